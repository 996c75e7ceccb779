import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leverIds } from '../../src/engine/levers';

const source = (name: string) => readFileSync(new URL(`../../assembly/${name}`, import.meta.url), 'utf8');

// The engine is handed the dials as numbers in a row. A name in another slot would be read as another dial, and nothing would say so.
describe('the slots of the dials', () => {
  it('are those of src/engine/levers.ts in the engine', () => {
    const [, names = ''] = /enum Lever \{([^}]*)\}/.exec(source('levers.ts')) ?? [];
    expect([...names.matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name)).toEqual([...leverIds, 'count']);
  });

  it('each have a row of that name in the lanes', () => {
    const rows = [...source('lanes/fields.ts').matchAll(/^export const DIAL_(\w+): usize = (.*);$/gm)];
    const upper = (id: string) => id.replace(/[A-Z]/g, '_$&').toUpperCase();
    expect(rows.map(([, row, at]) => [row, at])).toEqual(leverIds.map((id) => [upper(id), `Lever.${id} * ROW`]));
  });
});
