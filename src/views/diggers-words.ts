import { displayQuarter } from '../world/quarters';
import type { Digger } from './diggers';
import type { Drop } from './diggers-drop';
import type { Leases } from './diggers-leases';
import { dollars } from './money';
import { counted, listed, possessive } from './words';

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

/** A share of a high point that is lost: "19%", "less than 1%". */
export function percent(share: number): string {
  return share < 0.005 ? 'less than 1%' : `${Math.round(100 * share)}%`;
}

/** What the figure of the orders shows in this world. */
export function ordersFinding(diggers: readonly Digger[], start: string): string {
  const falls = diggers.flatMap(({ name, ordersDrop }) => (ordersDrop ? [{ name, drop: ordersDrop }] : []));
  if (falls.length === 0) return 'Orders never fall in this world.';
  const [deepest] = [...falls].sort((a, b) => b.drop.share - a.drop.share);
  const { name, drop } = deepest;
  const missing = diggers.reduce((sum, digger) => sum + digger.missing, 0);
  const against = missing >= worthSaying ? `against the plan ${dollars(missing)} of orders never come` : 'as planned';
  return `Orders for ${name} fall by ${percent(drop.share)}, from ${dollars(drop.from)} in ${displayQuarter(drop.peak, start)} to ${dollars(drop.to)} ${span(drop)} later; ${against}.`;
}

function span({ peak, trough }: Drop): string {
  const quarters = trough - peak;
  return quarters >= 8 && quarters % 4 === 0 ? counted(quarters / 4, 'year') : counted(quarters, 'quarter');
}

/** What the figure of the leases shows in this world. `nameOf` gives the name of a firm by index. */
export function leasesFinding(leases: Leases, start: string, nameOf: (firm: number) => string): string {
  const { name, left, since, upkeep, restructured } = leases;
  const cost = upkeep.reduce((sum, x) => sum + x, 0);
  const debt = Math.max(...leases.debt);
  const peak = leases.debt.indexOf(debt);
  const most = debt >= worthSaying ? ` Its debt peaks at ${dollars(debt)} in ${displayQuarter(peak, start)}.` : '';
  if (since === undefined) {
    return `No tenant leaves ${name} in this world.${most}`;
  }
  const gone = `${listed(left.map(nameOf))} ${left.length === 1 ? 'leaves' : 'leave'}`;
  const ending = restructured === undefined ? '' : `, and ${name} is restructured in ${displayQuarter(restructured, start)}`;
  if (cost < worthSaying) return `${gone} in ${displayQuarter(since, start)}, and ${possessive(name)} machines hardly stand empty${ending}.`;
  return `${gone} from ${displayQuarter(since, start)} on. The empty machines still cost ${name} ${dollars(cost)}${ending}.`;
}

/** How a supplier stands at the end: its orders, its income, and what it could lose besides. */
export function stakeWords({ name, missing, incomeDrop, badDebt, worthless, cancelled }: Digger): string {
  const behind =
    missing >= worthSaying
      ? `${name} sells ${dollars(missing)} less than planned`
      : `${name} sells all that was planned`;
  const income = incomeDrop
    ? `all its income falls by ${percent(incomeDrop.share)} at the most`
    : 'its whole income never falls';
  const debts = badDebt >= worthSaying ? `It writes off ${dollars(badDebt)} of bills.` : 'It has no bad debt.';
  const dropped = cancelled >= worthSaying ? ` Of what was ordered ${dollars(cancelled)} was not taken.` : '';
  const shares = worthless >= worthSaying ? ` Its shares in labs lose ${dollars(worthless)}.` : '';
  return `${behind}; ${income}. ${debts}${dropped}${shares}`;
}
