import { createEngine, type Levers, type Network, type Run } from '../../src/engine';
import { usualLevers } from '../../src/world/dials';
import { shippedNetwork } from '../../src/world/shipped';
import { readCore } from '../engine/core';

const core = await readCore();

/** A run of its own for each world, so that runs stand side by side. What is not given is at its usual value. */
export async function runOf(moved: Partial<Levers> = {}, network: Network = shippedNetwork): Promise<Run> {
  const engine = await createEngine(core, network);
  return engine.run({ ...usualLevers(), ...moved });
}

/** The world that the essay opens with: OpenAI fails in 2029 Q4 (t = 13). */
export const opening = { stop: 4, severity: 0.9, growth: 0.6 } as const;

/** Worlds of every kind: nobody falls, one, several, in the first quarter, another lab first, a builder. */
export const worlds: readonly Partial<Levers>[] = [
  {},
  opening,
  { ...opening, backstop: 1 },
  { stop: 0, severity: 1, growth: 0 },
  { stop: 0, severity: 1, growth: 0, grace: 0, firmness: 1, speed: 1, drought: 32 },
  { stop: 0, severity: 1, growth: 0.2, grace: 4, compute: 1.5 },
  { supply: 0, vendorShare: 0, grace: 0 },
  { severity: 0, stop: 2 },
  { stop: 4, severity: 0.9, speed: 8, drought: 2 },
  { growth: 1.5, compute: 0, costs: 0.5 },
  { costs: 1.5, growth: 0, firmness: 0 },
  { stop: 3, severity: 1, lock: 1, caution: 0, credit: 1, panic: 5, heal: 0, relet: 0, growth: 0.3 },
];
