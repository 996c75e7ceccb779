import type { Run } from '../engine';
import { digestOf, markOf } from './digest';
import { type Calendar, parseQuarter, quarterLabel } from './quarters';

/**
 * What the sender of a link saw, in the link itself: the first firm to fall and when, the promises that ended with their payers, and a digest of the whole run. Who opens it
 * is told that the result is the same; or, should the model have changed, what it was.
 */
export interface SeenOutcome {
  /** The id of the first firm to fail or be restructured. Undefined if none did. */
  readonly firm: string | undefined;
  /** The quarter in which it did, counted from the opening of the run. */
  readonly t: number | undefined;
  /** Promises that ended with their payers, unpaid bills among them, in whole billions. */
  readonly ended: number;
  /** See digest.ts. */
  readonly digest: string;
  /** Of the world in which it was seen. Undefined in links from before it was written, and in those of an older table of dials. */
  readonly mark?: string | undefined;
}

export function outcomeOf(run: Run): SeenOutcome {
  const fall = run.events.find(({ kind }) => kind === 'failed' || kind === 'restructured');
  return {
    firm: fall && run.network.firms[fall.firm]?.id,
    t: fall?.t,
    ended: Math.round(run.contract.lost.reduce((sum, x) => sum + x, 0)),
    digest: digestOf(run),
    mark: markOf(run.levers),
  };
}

/** "openai.2029Q4.164.k3j9aq2.f0x"; "..0.1ab2c3d.f0x" if nobody falls. */
export function writeOutcome({ firm, t, ended, digest, mark }: SeenOutcome, { start }: Calendar): string {
  const parts = [firm ?? '', t === undefined ? '' : quarterLabel(t, start), ended, digest];
  return [...parts, ...(mark === undefined ? [] : [mark])].join('.');
}

const form = /^(?:([a-z0-9-]{1,40})\.(\d{4}Q[1-4])|\.)\.(\d{1,7})\.([0-9a-z]{1,7})(?:\.([0-9a-z]{1,3}))?$/;

/** Undefined if the text is nothing of the kind. */
export function readOutcome(text: string, { start }: Calendar): SeenOutcome | undefined {
  const [whole, firm, quarter, ended, digest, mark] = form.exec(text) ?? [];
  if (whole === undefined || ended === undefined || digest === undefined) return undefined;
  const t = quarter === undefined ? undefined : parseQuarter(quarter, start);
  return { firm, t, ended: Number(ended), digest, mark };
}
