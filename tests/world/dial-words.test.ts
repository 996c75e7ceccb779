import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeverId } from '../../src/engine/levers';
import { wording } from '../../src/world/dial-format';
import { parseTyped } from '../../src/world/dial-typed';
import { dialOf, dials, isAllowed } from '../../src/world/dials';

const calendar = { start: '2026Q3', quarters: 32 };

const words = (id: LeverId, value: number) => wording(dialOf(id), value, calendar);
const typed = (id: LeverId, text: string) => parseTyped(dialOf(id), text, calendar);

describe('wording', () => {
  it.each<[LeverId, number, string, string, string]>([
    ['stop', 4, '2027\u00a0Q3', '2027\u00a0Q3', 'quarter 3 of 2027'],
    ['stop', 32, 'never', 'never', 'never'],
    ['severity', 0.9, '90%', '90%', '90 percent'],
    ['severity', 0.29, '29%', '29%', '29 percent'],
    ['severity', 0.12345, '12.35%', '12.35%', '12.35 percent'],
    ['growth', 0.6, '60% of plan', '60%', '60 percent of plan'],
    ['supply', 1.05, '105% of plan', '105%', '105 percent of plan'],
    ['ramp', 0.2, '20% a year', '20%', '20 percent a year'],
    ['heal', 0.05, '5% a quarter', '5%', '5 percent a quarter'],
    ['recovery', 0.3, '30 cents on the dollar', '30¢', '30 cents on the dollar'],
    ['recovery', 0.01, '1 cent on the dollar', '1¢', '1 cent on the dollar'],
    ['speed', 3, '3 quarters', '3', '3 quarters'],
    ['speed', 1, '1 quarter', '1', '1 quarter'],
    ['runway', 0.5, '0.5 quarters', '0.5', '0.5 quarters'],
    ['grace', 0, 'no missed quarter', '0', 'no missed quarter'],
    ['grace', 1, '1 missed quarter', '1', '1 missed quarter'],
    ['panic', 1.5, '1.5×', '1.5×', '1.5 times'],
    ['backstop', -0, '0%', '0%', '0 percent'],
  ])('of %s at %d is %s', (id, value, text, short, aria) => {
    expect(words(id, value)).toEqual({ text, short, aria });
  });

  it('of a stop beyond a short run is never', () => {
    expect(wording(dialOf('stop'), 25, { start: '1999Q1', quarters: 20 }).text).toBe('never');
    expect(wording(dialOf('stop'), 4, { start: '1999Q1', quarters: 20 }).text).toBe('2000\u00a0Q1');
  });
});

describe('a typed value', () => {
  it.each<[LeverId, string, number]>([
    ['severity', '90', 0.9],
    ['severity', '90%', 0.9],
    ['severity', ' 90 % ', 0.9],
    ['severity', '0.9', 0.9],
    ['severity', '.9', 0.9],
    ['severity', '0,9', 0.9],
    ['severity', '1', 0.01],
    ['severity', '1.0', 1],
    ['severity', '100', 1],
    ['severity', '12.3', 0.123],
    ['severity', '0.5%', 0.005],
    ['severity', '29 percent', 0.29],
    ['severity', '0', 0],
    ['heal', '1', 0.01],
    ['heal', '5% a quarter', 0.05],
    ['ramp', '20 a year', 0.2],
    ['growth', '0.6', 0.6],
    ['growth', '1', 1],
    ['growth', '1.5', 1.5],
    ['growth', '60', 0.6],
    ['growth', '60% of plan', 0.6],
    ['growth', '0.6 of plan', 0.6],
    ['growth', '1%', 0.01],
    ['recovery', '30 cents', 0.3],
    ['recovery', '1 cent on the dollar', 0.01],
    ['recovery', '30¢', 0.3],
    ['recovery', '0.3', 0.3],
    ['speed', '3', 3],
    ['speed', '3 quarters', 3],
    ['runway', '2.5', 2.5],
    ['grace', '2 missed quarters', 2],
    ['grace', 'no missed quarter', 0],
    ['panic', '1.5×', 1.5],
    ['stop', '2027Q3', 4],
    ['stop', '2027 q3', 4],
    ['stop', 'Q3 2027', 4],
    ['stop', 'q3/2027', 4],
    ['stop', ' Q32027 ', 4],
    ['stop', '2027-3', 4],
    ['stop', '2027 3', 4],
    ['stop', '2027 / Q3', 4],
    ['stop', '2029', 10],
    ['stop', '2026', 0],
    ['stop', 'Never', 32],
  ])('for %s, "%s", is %d', (id, text, value) => {
    expect(typed(id, text)).toEqual({ ok: true, value });
  });

  it.each<[LeverId, string, string]>([
    ['severity', 'a lot', '"a lot" cannot be read here. Type a value such as 80%.'],
    ['severity', '', 'Type a value such as 80%.'],
    ['severity', '9 0', '"9 0" cannot be read here. Type a value such as 80%.'],
    ['severity', '1.2.3', '"1.2.3" cannot be read here. Type a value such as 80%.'],
    ['severity', '120%', 'This dial goes from 0% to 100%.'],
    ['severity', '-5', 'This dial goes from 0% to 100%.'],
    ['costs', '40', 'This dial goes from 50% of plan to 150% of plan.'],
    ['speed', 'no', 'This dial goes from 1 quarter to 8 quarters.'],
    ['severity', 'none', '"none" cannot be read here. Type a value such as 80%.'],
    ['speed', '2.5', 'Only whole numbers mean something here.'],
    ['speed', '50%', '"50%" cannot be read here. Type a value such as 3 quarters.'],
    ['speed', '3 years', '"3 years" cannot be read here. Type a value such as 3 quarters.'],
    ['stop', '5', 'Type a quarter such as 2026\u00a0Q3, or never.'],
    ['stop', '', 'Type a quarter such as 2026\u00a0Q3, or never.'],
    ['stop', '2025', 'This world runs from 2026\u00a0Q3 to 2034\u00a0Q2. Type a quarter in between, or never.'],
    ['stop', '2027-5', 'Type a quarter such as 2026\u00a0Q3, or never.'],
    ['stop', '20273', 'Type a quarter such as 2026\u00a0Q3, or never.'],
    ['stop', 'Q5 2027', 'Type a quarter such as 2026\u00a0Q3, or never.'],
    ['stop', '2040Q1', 'This world runs from 2026\u00a0Q3 to 2034\u00a0Q2. Type a quarter in between, or never.'],
  ])('for %s, "%s", is refused: %s', (id, text, message) => {
    expect(typed(id, text)).toEqual({ ok: false, message });
  });

  it('is never a value that the dial cannot have, and reading never throws', () => {
    const text = fc.oneof(fc.string(), fc.double().map(String), fc.stringMatching(/^[-+]?[0-9.,]{1,6} ?%?$/));
    fc.assert(
      fc.property(fc.constantFrom(...dials), text, (dial, input) => {
        const result = parseTyped(dial, input, calendar);
        if (result.ok) expect(isAllowed(dial, result.value)).toBe(true);
        else expect(result.message).toMatch(/^[^\n]{1,200}\.$/);
      }),
    );
  });

  it('reads back every value on the steps from its own words', () => {
    for (const dial of dials) {
      for (let n = 0; n <= Math.round((dial.max - dial.min) / dial.step); n++) {
        const value = Number((dial.min + n * dial.step).toFixed(2));
        const { text, short } = wording(dial, value, calendar);
        expect(parseTyped(dial, text, calendar)).toEqual({ ok: true, value });
        expect(parseTyped(dial, short, calendar)).toEqual({ ok: true, value });
      }
    }
  });
});
