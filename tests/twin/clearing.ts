/**
 * The greatest clearing vector of Eisenberg and Noe (2001) with the default costs of Rogers and Veraart (2013), found
 * the obvious way: suppose that everyone pays in full, see who cannot, and go on until nothing moves any more.
 */

/** What a clearing starts from. All money in billions; the first index of `claims` owes, the second is owed. */
export interface ClearingProblem {
  /** External assets e_i, after the senior bills; may be negative. */
  readonly external: readonly number[];
  /** All that i legally owes in this clearing, inside and outside the network (Lbar_i). */
  readonly owed: readonly number[];
  /** claims[j][i] = L_ji, what j owes to i. */
  readonly claims: readonly (readonly number[])[];
  /** Share of a defaulter's means that default destroys. */
  readonly friction: number;
}

export interface Clearing {
  /** p: what each firm pays in all. */
  readonly paid: number[];
  /** in: what each firm receives from the others. */
  readonly received: number[];
  /** Who could not pay: means below what is owed. True also of a firm that owes nothing here but whose senior bills are not met. */
  readonly defaulted: boolean[];
  /** How often the map was applied. */
  readonly sweeps: number;
}

/** Means within this share of what is owed count as enough: who can just pay pays. */
const justEnough = 1 - 1e-12;
const mostSweeps = 2_000_000;

/** in_i = sum over j of p_j L_ji / Lbar_j. */
function receivedUnder(problem: ClearingProblem, p: readonly number[]): number[] {
  const received = problem.owed.map(() => 0);
  problem.owed.forEach((owedByJ, j) => {
    if (owedByJ === 0) return;
    problem.claims[j]?.forEach((claim, i) => {
      received[i] = (received[i] ?? 0) + ((p[j] ?? 0) * claim) / owedByJ;
    });
  });
  return received;
}

/** The map F: what each firm pays if it receives what the payments p bring it. */
export function payments(problem: ClearingProblem, p: readonly number[]): { paid: number[]; defaulted: boolean[] } {
  const received = receivedUnder(problem, p);
  const paid: number[] = [];
  const defaulted: boolean[] = [];
  problem.owed.forEach((owed, i) => {
    const e = problem.external[i] ?? 0;
    const income = received[i] ?? 0;
    const canPay = e + income >= owed * justEnough;
    const left = Math.min(e, 0) + (1 - problem.friction) * (Math.max(e, 0) + income);
    paid.push(canPay ? owed : Math.min(owed, Math.max(0, left)));
    defaulted.push(!canPay);
  });
  return { paid, defaulted };
}

/**
 * F is monotone, also in floating point (every sum, product and quotient in it is), so that the payments only ever fall
 * from Lbar and stop exactly at the greatest fixed point.
 */
export function greatestClearingVector(problem: ClearingProblem): Clearing {
  let p = [...problem.owed];
  for (let sweeps = 1; sweeps <= mostSweeps; sweeps += 1) {
    const next = payments(problem, p);
    const moved = next.paid.some((x, i) => x !== p[i]);
    p = next.paid;
    if (!moved) return { paid: p, received: receivedUnder(problem, p), defaulted: next.defaulted, sweeps };
  }
  throw new Error(`the clearing has not settled after ${mostSweeps} sweeps`);
}
