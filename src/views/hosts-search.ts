import type { Run } from '../engine';

/** A host whose customers are also its rivals. Billions over the run. */
export interface Rivalry {
  readonly firm: number;
  /** What labs pay it on contracts. */
  readonly paid: number;
  /** What the growth of labs takes out of its own revenue. */
  readonly taken: number;
  /** Its own revenue that is left. */
  readonly own: number;
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
  let paid = 0;
  let taken = 0;
  let own = 0;
  for (let t = 0; t < quarters; t++) {
    own += series.own[t * firms.length + firm];
    contracts.forEach(({ payee }, c) => {
      if (payee === id) paid += contract.paid[t * contracts.length + c];
    });
    for (const { eater, weight } of eaters) {
      // Step 2 of the model: what a rival has gained since the opening, so far as it comes out of this firm's revenue.
      const gained = Math.max(0, series.own[t * firms.length + eater] - firms[eater].revenue / 4);
      taken += levers.substitution * weight * gained;
    }
  }
  return { firm, paid, taken, own };
}
