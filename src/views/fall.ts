import type { Run } from '../engine';

/** How a firm's world breaks: a lab fails and is gone, any other firm is restructured and goes on. */
export interface Fall {
  readonly firm: number;
  readonly kind: 'failed' | 'restructured';
  /** The quarter in which it happens; the firm is through it still itself. */
  readonly t: number;
}

/** Who fails or is restructured, in the order of the log. */
export function fallsOf(run: Run): Fall[] {
  return run.events.flatMap(({ firm, kind, t }) =>
    kind === 'failed' || kind === 'restructured' ? [{ firm, kind, t }] : [],
  );
}
