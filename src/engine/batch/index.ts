/**
 * Many worlds of one network at once.
 *
 *     const batch = await createBatch(module, network);
 *     const outcomes = allocateOutcomes(network, 256, ['firm.cash']);
 *     batch.runFutures(futures, 0, 256, outcomes);
 *     outcomes.fellAt[w * network.firms.length + i]; // the quarter in which firm i fell in world w
 */
export { type Batch, createBatch, type World } from './batch';
export type { Futures, Shocks, Spread } from './futures';
export { allocateOutcomes, type Outcomes, type SeriesName } from './outcomes';
