import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { booksOf, countOf } from './backlog';
import { fallsOf } from './fall';
import { sourced } from './figure-words';
import { totals } from './totals';

/** What the first chapter says of the reader's world. Billions, shares 0..1. The words are in content/backlog.svx. */
export interface BacklogStory {
  readonly promised: number;
  readonly paid: number;
  readonly cut: number;
  readonly lost: number;
  /** Of what is lost: billed for work that was done. */
  readonly badDebt: number;
  /** How many cents of each promised dollar have been paid when the run ends, "54". */
  readonly cents: string;
  /** The quarter in which the run ends. */
  readonly last: string;
  /** Does anybody who owes fail? */
  readonly fails: boolean;
}

export function backlogStory(run: Run, cast: Cast): BacklogStory {
  const { promised, paid, cut, lost, badDebt } = totals(run);
  const payers = new Set(run.network.contracts.map(({ payer }) => payer));
  return {
    promised,
    paid,
    cut,
    lost,
    badDebt,
    cents: String(promised > 0 ? Math.round((100 * paid) / promised) : 0),
    last: displayQuarter(cast.quarters - 1, cast.start),
    fails: fallsOf(run).some(({ firm }) => payers.has(cast.firms[firm].id)),
  };
}

/** What one firm is owed when the run opens, and what of it is lost with the payers. In billions. */
export function owedTo({ network, contract }: Run, id: string): { readonly owed: number; readonly lost: number } {
  const { contracts, quarters } = network;
  let owed = 0;
  let lost = 0;
  contracts.forEach(({ payee, total }, c) => {
    if (payee !== id) return;
    owed += total;
    for (let t = 0; t < quarters; t++) lost += contract.lost[t * contracts.length + c];
  });
  return { owed, lost };
}

/** The share of the backlog that the labs owe, as low and as high as the reports allow: with what Amazon signed later, and with Oracle’s books of a quarter before. */
export function shareRange(run: Run, cast: Cast): { readonly low: string; readonly high: string } {
  const { booked, since, labs } = countOf(booksOf(run.network, cast), 'filings');
  const before = booked - sourced('oracle-rpo').value + sourced('oracle-rpo-feb-2026').value;
  const percent = (total: number) => `${Math.round((100 * labs) / total)}%`;
  return { low: percent(booked + since), high: percent(before) };
}
