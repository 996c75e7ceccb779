import type { Run } from '../engine';

/**
 * What became of what a contract promised, in billions over the whole run: `paid`, `cut`, `lost`, `recovered` and `later` add up to `promised`. What is paid for capacity that is used on after
 * the term was never promised, and is counted apart as `beyond`.
 */
export interface ContractOutcome {
  /** All instalments, as they stood at the opening. */
  readonly promised: number;
  /** Paid of them, in time or late. */
  readonly paid: number;
  /** Flexible instalments that were not taken. */
  readonly cut: number;
  /** Ended unpaid: the rest of the term, and late bills that nobody will pay. */
  readonly lost: number;
  /** Late bills of a contract that ended, of which its payee gets this much back, from outside. */
  readonly recovered: number;
  /** Neither paid nor lost as the run ends: late, or not due yet. */
  readonly later: number;
  /** Paid beyond the promise: for capacity that was used on after the term. */
  readonly beyond: number;
}

/** The outcome of each contract of a run, in the order of the network. */
export function contractOutcomes({ network, contract }: Run): ContractOutcome[] {
  const { contracts, quarters } = network;
  return contracts.map(({ start, length, total }, c) => {
    let [paid, cut, lost, recovered, beyond, late] = [0, 0, 0, 0, 0, 0];
    for (let t = 0; t < quarters; t++) {
      const at = t * contracts.length + c;
      // After the term only what is late is still owed; the rest is bought anew.
      const owed = late + (t < start + length ? contract.due[at] : 0);
      paid += Math.min(contract.paid[at], owed);
      beyond += Math.max(0, contract.paid[at] - owed);
      cut += contract.cut[at];
      lost += contract.lost[at];
      recovered += contract.recovered[at];
      late = contract.arrears[at];
    }
    const later = Math.max(0, total - paid - cut - lost - recovered);
    return { promised: total, paid, cut, lost, recovered, later, beyond };
  });
}

/** The outcomes of all contracts of a run together. */
export function outcomeOfAll(run: Run): ContractOutcome {
  const outcomes = contractOutcomes(run);
  const of = (part: keyof ContractOutcome) => outcomes.reduce((sum, outcome) => sum + outcome[part], 0);
  return {
    promised: of('promised'),
    paid: of('paid'),
    cut: of('cut'),
    lost: of('lost'),
    recovered: of('recovered'),
    later: of('later'),
    beyond: of('beyond'),
  };
}
