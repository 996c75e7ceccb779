import { displayQuarter } from '../world/quarters';
import type { Digger } from './diggers';
import type { Leases } from './diggers-leases';
import { dollars } from './money';
import { listed } from './words';

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

/** A share of a high point that is lost: "19%", "less than 1%". */
export function percent(share: number): string {
  return share < 0.005 ? 'less than 1%' : `${Math.round(100 * share)}%`;
}

/** What the figure of the orders shows in this world: how far orders fall, and how far all that comes in. */
export function ordersFinding(diggers: readonly Digger[]): string {
  const falling = diggers.filter(({ ordersDrop }) => ordersDrop);
  if (falling.length === 0) return 'Orders never fall in this world.';
  const planned = diggers.every(({ asPlanned }) => asPlanned);
  const orders = falling.map(({ name, ordersDrop }) => `${percent(ordersDrop?.share ?? 0)} for ${name}`);
  const income = falling.map(({ name, incomeDrop }) =>
    incomeDrop ? `by ${percent(incomeDrop.share)} for ${name}` : `not at all for ${name}`,
  );
  return `${planned ? 'As planned' : 'At the worst'}, orders fall by ${listed(orders)}. All that comes in falls ${listed(income)}.`;
}

/** What the figure of the leases shows in this world. `nameOf` gives the name of a firm by index. */
export function leasesFinding(leases: Leases, start: string, nameOf: (firm: number) => string): string {
  const { name, left, since, upkeep, restructured, struckOut } = leases;
  const cost = upkeep.reduce((sum, x) => sum + x, 0);
  const debt = Math.max(...leases.debt);
  const peak = leases.debt.indexOf(debt);
  const most = debt >= worthSaying ? ` Its debt peaks at ${dollars(debt)} in ${displayQuarter(peak, start)}.` : '';
  if (since === undefined) {
    if (restructured === undefined) return `No tenant leaves ${name} in this world.${most}`;
    return `No tenant leaves ${name} in this world, and still it is restructured in ${displayQuarter(restructured, start)}.${most}`;
  }
  const gone = `${listed(left.map(nameOf))} ${left.length === 1 ? 'leaves' : 'leave'} ${name}`;
  const when = `${left.length === 1 ? 'in' : 'from'} ${displayQuarter(since, start)}${left.length === 1 ? '' : ' on'}`;
  if (restructured !== undefined) {
    const lenders = struckOut >= worthSaying ? `, and lenders lose ${dollars(struckOut)}` : '';
    return `${gone} ${when}. ${name} is restructured in ${displayQuarter(restructured, start)}${lenders}.`;
  }
  return cost < worthSaying
    ? `${gone} ${when}. Hardly a machine stands empty.`
    : `${gone} ${when}. Leases and upkeep of the empty machines cost it ${dollars(cost)}.`;
}

/** Who pays the rent of a quarter. */
export function payersOf({ rent, relet }: Pick<Leases, 'rent' | 'relet'>, t: number): string {
  if (relet[t] < worthSaying) return 'tenants';
  return rent[t] < worthSaying ? 'new tenants' : 'old and new tenants';
}

/** What builders ordered from all suppliers and did not take, for a sentence. Undefined if that is nothing. */
export function untakenWords(diggers: readonly Pick<Digger, 'cancelled'>[]): string | undefined {
  const cancelled = diggers.reduce((sum, digger) => sum + digger.cancelled, 0);
  return cancelled < worthSaying ? undefined : dollars(cancelled);
}

/** How a supplier stands at the end: its orders, and what it writes off. */
export function stakeWords({ name, missing, badDebt, worthless, cancelled }: Digger): string {
  const behind =
    Math.abs(missing) < worthSaying
      ? `${name} sells what was planned.`
      : `${name} sells ${dollars(Math.abs(missing))} ${missing > 0 ? 'less' : 'more'} than planned.`;
  const dropped = cancelled >= worthSaying ? ` Of what was ordered ${dollars(cancelled)} was not taken.` : '';
  const parts = [
    [badDebt, 'unpaid bills'],
    [worthless, 'shares in labs'],
  ] as const;
  const off = parts.filter(([part]) => part >= worthSaying).map(([part, of]) => `${dollars(part)} of ${of}`);
  return `${behind}${dropped} ${off.length > 0 ? `Written off: ${listed(off)}.` : 'It writes nothing off.'}`;
}
