import { type Run, statuses } from '../engine';

/** How a firm's world breaks: a lab fails and is gone, any other firm is restructured and goes on. */
export interface Fall {
  readonly firm: number;
  readonly kind: 'failed' | 'restructured';
  /** The quarter in which it happens; the firm is through it still itself. */
  readonly t: number;
}

/** Is firm i gone for good before quarter t begins? */
export function isGone(run: Run, i: number, t: number): boolean {
  return t > 0 && run.firm.status[(t - 1) * run.network.firms.length + i] === statuses.indexOf('failed');
}

/** The quarter in which firm i fails for good; undefined if it never does. One that is restructured goes on. */
export function goneAt(run: Run, i: number): number | undefined {
  return fallsOf(run).find(({ firm, kind }) => firm === i && kind === 'failed')?.t;
}

/** Who fails or is restructured, in the order of the log. */
export function fallsOf(run: Run): Fall[] {
  return run.events.flatMap(({ firm, kind, t }) =>
    kind === 'failed' || kind === 'restructured' ? [{ firm, kind, t }] : [],
  );
}
