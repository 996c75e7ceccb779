/**
 * The engine, as everything above it sees it: compile once, set up for a network, run, read.
 *
 *     const module = await loadCore(url);
 *     const engine = await createEngine(module, network);
 *     const run = engine.run(levers);
 *     run.firm.cash[t * network.firms.length + i]; // billions
 *     followTheDollar(run).contract.run.own[c]; // billions of contract c that were the payee's own cheque coming home
 *
 * Many worlds at once are a module of their own, `createBatch(lanes, network)`, whose outcomes are those of ordinary runs to the bit; `oneByOne(engine)` is its
 * slow equal. The analyses (edges, planes, rescues, who matters, tornado, what breaks a link) run on either. They learn from their
 * caller which values a dial can take.
 *
 * It knows nothing of AI or of any company. Pointers stay behind it.
 */
export * from './analysis/breaking';
export * from './analysis/causes';
export * from './analysis/debt-rank';
export * from './analysis/edge';
export * from './analysis/grid';
export * from './analysis/importance';
export * from './analysis/plane';
export * from './analysis/progress';
export * from './analysis/rescue';
export * from './analysis/sweep';
export * from './analysis/tornado';
export * from './analysis/totals';
export { createBatch, type World } from './batch/batch';
export type { Futures, Spread } from './batch/futures';
export { oneByOne, type Relay, relay } from './batch/one-by-one';
export { allocateOutcomes, type Outcomes, type SeriesName } from './batch/outcomes';
export type { Circumstances } from './circumstances';
export { compileCore, loadCore } from './core';
export { type Dollar, followTheDollar } from './dollar/dollar';
export type { Origins } from './dollar/origins';
export { createEngine, type Engine } from './engine';
export { type LeverId, type Levers, leverIds } from './levers';
export type { Firm, Network } from './network';
export * from './run';
