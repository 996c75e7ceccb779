import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { booksOf, countOf } from './backlog';
import { sourced } from './figure-words';
import { totals } from './totals';

/** What the first chapter says of the reader's world. Billions, shares 0..1. The words are in content/backlog.svx. */
export interface BacklogStory {
  /** Promises that will not be kept: declined, or ended with those who made them. */
  readonly declined: number;
  readonly ended: number;
  /** Of what ended: billed for work that was done. */
  readonly badDebt: number;
  /** How many cents of each promised dollar have been paid when the run ends, "54". */
  readonly cents: string;
  /** Is part of it still to come then, neither paid nor gone? */
  readonly toCome: boolean;
  /** The quarter in which the run ends. */
  readonly last: string;
}

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

export function backlogStory(run: Run, cast: Cast): BacklogStory {
  const { promised, paid, cut, lost, later, badDebt } = totals(run);
  return {
    declined: cut,
    ended: lost,
    badDebt,
    cents: String(promised > 0 ? Math.round((100 * paid) / promised) : 0),
    toCome: later >= worthSaying,
    last: displayQuarter(cast.quarters - 1, cast.start),
  };
}

/** What one firm is promised when the run opens, and what of it is gone: declined, or ended with the payers. In billions. */
export function promisedTo(
  { network, contract }: Run,
  id: string,
): { readonly promised: number; readonly gone: number } & Pick<BacklogStory, 'declined' | 'ended'> {
  const { contracts, quarters } = network;
  let promised = 0;
  let declined = 0;
  let ended = 0;
  contracts.forEach(({ payee, total }, c) => {
    if (payee !== id) return;
    promised += total;
    for (let t = 0; t < quarters; t++) {
      declined += contract.cut[t * contracts.length + c];
      ended += contract.lost[t * contracts.length + c];
    }
  });
  return { promised, gone: declined + ended, declined, ended };
}

/**
 * The share of the backlog that the labs owe, as low and as high as the reports allow: with Oracle’s books of either quarter, and with what Amazon signed after it had closed its own on both sides
 * or on neither. On one side alone, as it is often counted, it makes the share larger.
 */
export function shareRange(run: Run, cast: Cast): { readonly low: string; readonly high: string } {
  const { booked, since, labs } = countOf(booksOf(run.network, cast), 'filings');
  const before = booked - sourced('oracle-rpo').value + sourced('oracle-rpo-feb-2026').value;
  const shares = [booked, before].flatMap((total) => [(labs - since) / total, labs / (total + since)]);
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  return { low: percent(Math.min(...shares)), high: percent(Math.max(...shares)) };
}
