/**
 * The engine, as everything above it sees it: compile once, set up for a network, run, read.
 *
 *     const module = await loadCore(url);
 *     const engine = await createEngine(module, network);
 *     const run = engine.run(levers);
 *     run.firm.cash[t * network.firms.length + i]; // billions
 *
 * It knows nothing of AI or of any company. Pointers stay behind it.
 */
export type { Circumstances } from './circumstances';
export { compileCore, loadCore } from './core';
export { createEngine, type Engine } from './engine';
export { type LeverId, type Levers, leverIds } from './levers';
export type { Firm, Network } from './network';
export * from './run';
