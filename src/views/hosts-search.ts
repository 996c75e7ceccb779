import type { Run } from '../engine';
import { revenuePath } from '../world/claim-measures';

/** A host whose customers are also its rivals. Billions over the run. */
export interface Rivalry {
  readonly firm: number;
  /** Indices of those who rent from it, and of those whose growth is taken out of its revenue. */
  readonly tenants: readonly number[];
  readonly eaters: readonly number[];
  /** What its tenants owe it on contracts when the run opens. */
  readonly promised: number;
  /** What they pay it on contracts; and of that, what they pay after a term has ended, for they go on renting. */
  readonly paid: number;
  readonly paidAfter: number;
  /** What the growth of labs takes out of its own revenue. */
  readonly taken: number;
  /** What customers of a failed lab bring it who come over. */
  readonly came: number;
  /** Its own revenue that is left, with what came. */
  readonly own: number;
  /** Would its cash at the opening and its own revenue do for all that it builds, without a dollar of rent? */
  readonly carries: boolean;
  /** What it owes lenders as the run opens, and as it ends. */
  readonly debtBefore: number;
  readonly debt: number;
}

/** The host from which the labs take most, if the network has one from which they take at all. */
export function rivalryOf(run: Run): Rivalry | undefined {
  const { firms, substitution } = run.network;
  const rivalries = firms.flatMap(({ id }, firm) =>
    substitution.some(({ to }) => to === id) ? [rivalryWith(run, firm)] : [],
  );
  return rivalries.sort((a, b) => b.taken - a.taken)[0];
}

function rivalryWith({ network, firm: series, contract, levers }: Run, firm: number): Rivalry {
  const { firms, contracts, substitution, quarters } = network;
  const { id } = firms[firm];
  const eaters = substitution.flatMap(({ from, to, weight }) =>
    to === id ? [{ eater: firms.findIndex((other) => other.id === from), weight }] : [],
  );
  const path = revenuePath(firms[firm], quarters);
  const hosted = contracts.filter(({ payee }) => payee === id);
  let paid = 0;
  let paidAfter = 0;
  let taken = 0;
  let own = 0;
  let spent = 0;
  for (let t = 0; t < quarters; t++) {
    const at = t * firms.length + firm;
    own += series.own[at];
    spent += series.costs[at] + series.interest[at] + series.capex[at] + series.invested[at];
    contracts.forEach(({ payee, start, length }, c) => {
      if (payee !== id) return;
      const rent = contract.paid[t * contracts.length + c];
      paid += rent;
      if (t >= start + length) paidAfter += rent;
    });
    for (const { eater, weight } of eaters) {
      // Step 2 of the model: what a rival has gained since the opening, so far as it comes out of this firm's revenue.
      const gained = Math.max(0, series.own[t * firms.length + eater] - firms[eater].revenue / 4);
      taken += levers.substitution * weight * gained;
    }
  }
  // Nothing else adds to what it would have sold without the labs.
  const came = own - path.reduce((sum, x) => sum + x, 0) + taken;
  return {
    firm,
    tenants: firms.flatMap((other, i) => (hosted.some(({ payer }) => payer === other.id) ? [i] : [])),
    eaters: eaters.map(({ eater }) => eater),
    promised: hosted.reduce((sum, { total }) => sum + total, 0),
    paid,
    paidAfter,
    taken,
    came,
    own,
    carries: firms[firm].cash + own >= spent,
    debtBefore: firms[firm].debt,
    debt: series.debt[(quarters - 1) * firms.length + firm],
  };
}
