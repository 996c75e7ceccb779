/** The table of dials of the model page: lowest, usual and highest value, and the step of its slider. */
import { readFileSync } from 'node:fs';
import { type LeverId, type Levers, leverIds } from '../../src/engine/levers';

export interface Dial {
  readonly min: number;
  readonly usual: number;
  readonly max: number;
  readonly step: number;
}

/** As the page has it: "| severity | share of venture money that goes away | 0 | .8 | 1 | .01 |". */
const model = readFileSync(new URL('../../content/model.md', import.meta.url), 'utf8');
const number = String.raw` (\d*\.?\d+) \|`;
const row = new RegExp(String.raw`^\| (\w+) \| .* \|${number.repeat(4)}$`, 'gm');

/** The rows of the page, in its order; also of a dial that the engine does not know. */
export const modelRows: readonly (readonly [id: string, dial: Dial])[] = [...model.matchAll(row)].map(
  ([, id = '', ...numbers]) => {
    const [min = 0, usual = 0, max = 0, step = 0] = numbers.map(Number);
    return [id, { min, usual, max, step }];
  },
);

for (const id of leverIds)
  if (!modelRows.some(([name]) => name === id))
    throw new Error(`The table of levers in content/model.md has no "${id}".`);

export const dials = Object.fromEntries(modelRows) as Readonly<Record<LeverId, Dial>>;

/** All dials at their usual values, but for those given. */
export function usualLevers(changes: Partial<Levers> = {}): Levers {
  const usual = Object.fromEntries(Object.entries(dials).map(([id, d]) => [id, d.usual])) as Record<LeverId, number>;
  return { ...usual, ...changes };
}
