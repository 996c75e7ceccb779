import { createEngine, type Levers, type Run } from '../../src/engine';
import { usualLevers } from '../../src/world/dials';
import { decode } from '../../src/world/link';
import { shippedFile, shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { readCore } from '../engine/core';

const module = await readCore();
const planned = await createEngine(module, shippedNetwork);
const engine = await createEngine(module, shippedNetwork);

export const cast = shippedFile;

/** The plan of the shipped network. */
export const plan = planned.run(usualLevers());

/** A run of the shipped network, good until the next one. */
export function runOf(changes: Partial<Levers> = {}): Run {
  return engine.run({ ...usualLevers(), ...changes });
}

/** A run of one of the worlds that are set with one click, good until the next one. */
export function runOfWorld(id: string): Run {
  const query = shippedWorlds.worlds.find((world) => world.id === id)?.query ?? '';
  return engine.run(decode(query, shippedFile).levers);
}

/** No new money, growth or second tenants, every bill firm, and creditors who forgive for a year: many misses, several falls. */
export const wild: Partial<Levers> = {
  stop: 1,
  severity: 1,
  growth: 0,
  grace: 4,
  firmness: 1,
  lock: 1,
  caution: 0,
  panic: 5,
  credit: 1,
  drought: 32,
  relet: 0,
};

/** No growth, works that cannot be cancelled and builders who never look: two labs fail, and Oracle and Amazon are restructured. */
export const hostsFall: Partial<Levers> = {
  stop: 1,
  severity: 1,
  speed: 1,
  drought: 32,
  growth: 0,
  lock: 1,
  firmness: 1,
  credit: 1,
  caution: 0,
};
