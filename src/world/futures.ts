import type { LeverId, Levers, Network } from '../engine';
import type { Futures, Spread } from '../engine/batch/futures';
import type { Column } from '../engine/futures';
import { dialOf, dials } from './dials';
import type { FuturesFile } from './futures-file';
import type { Calendar } from './quarters';

/** The futures of a reader's world: the dials as they stand, each as uncertain as the file declares, within the bounds of its row in the table of dials. */
export function toFutures(
  { seed, spreads, shocks }: FuturesFile,
  levers: Levers,
  calendar: Pick<Calendar, 'quarters'>,
): Futures {
  return {
    levers,
    spreads: dials.flatMap(({ id }) => (id in spreads ? [spreadOf(id, spreads[id].value, levers[id], calendar)] : [])),
    shocks: { growth: shocks.growth.value, venture: shocks.venture.value, common: shocks.common.value },
    seed,
  };
}

/**
 * A reader who says that the music never stops means that, so there the stop has no spread; and one who has it stop has it stop in every future. The entry stays in
 * its place with a spread of 0, so that no draw of another dial shifts when the stop is moved.
 */
function spreadOf(lever: LeverId, spread: number, value: number, { quarters }: Pick<Calendar, 'quarters'>): Spread {
  const { min, max, whole = false } = dialOf(lever);
  if (lever !== 'stop') return { lever, spread, min, max, whole };
  return value >= quarters ? { lever, spread: 0, min, max, whole } : { lever, spread, min, max: quarters - 1, whole };
}

/**
 * The line of a firm that says most of how it fares: the cash of a lab, which lives on what it has raised; of any other firm what the others of the network pay it, or, if they pay it
 * nothing, its own revenue.
 */
export function lineOf({ firms, contracts, supply }: Network, firm: number): Column {
  const { id, lab } = firms[firm];
  if (lab) return { series: 'firm.cash', column: firm };
  const paid = contracts.some(({ payee }) => payee === id) || supply.some(({ supplier }) => supplier === id);
  return { series: paid ? 'firm.received' : 'firm.own', column: firm };
}
