import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcome } from './ask';

describe('the command', () => {
  it('refuses in one line what it cannot answer, and answers only in finite numbers', async () => {
    const scrap = fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(0, 1, 2, -1, 0.5, 1e-300, 1e100, 1e300, null, 'linear', 'single', true, false),
      fc.constantFrom(
        [],
        [0],
        [1, 0],
        [0, 1],
        [
          [0, 1],
          [1, 0],
        ],
        [[0, 1, 1]],
        [
          [0, 2],
          [1e-9, 0],
        ],
        [{ a: 1 }, {}],
        [
          [
            [0, 1],
            [1, 0],
          ],
        ],
      ),
    );
    const fields = [
      'L',
      'edges',
      'classes',
      'n',
      'e',
      'b',
      'senior',
      'alpha',
      'beta',
      'recovery',
      'failed',
      'claims',
      'buffer',
      'shock',
      'weights',
    ];
    const more = ['mode', 'cap', 'frozen', 'losses', 'flows', 'sources', 'A', 'demand', 'transitions', 'into'];
    const needed: Record<string, object> = {
      clear: {
        L: [
          [0, 2],
          [1, 0],
        ],
        e: [1, 0],
      },
      cascade: {
        L: [
          [0, 2],
          [1, 0],
        ],
        e: [1, 0],
      },
      debtrank: {
        claims: [
          [0, 2],
          [1, 0],
        ],
        buffer: [1, 2],
        shock: [1, 0],
      },
      trace: {
        flows: [
          [0, 2],
          [1, 0],
        ],
        sources: [{ a: 1 }, { b: 2 }],
      },
      leontief: {
        A: [
          [0, 0.5],
          [0.1, 0],
        ],
        demand: [1, 2],
      },
      absorb: {
        transitions: [
          [0.5, 0.5],
          [0, 1],
        ],
      },
    };
    const requests = fc
      .record({
        task: fc.constantFrom(...Object.keys(needed)),
        changes: fc.array(fc.tuple(fc.constantFrom(...fields, ...more), scrap), { maxLength: 2 }),
      })
      .map(({ task, changes }) => ({ task, ...needed[task], ...Object.fromEntries(changes) }));
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const { output, error, code } = await outcome(request);
        if (code === 2) {
          expect(output).toBe('');
          expect(error).toMatch(/^network: [^\n]+$/);
        } else {
          expect([code, error]).toEqual([0, '']);
          const nothing = /null/.test(output) ? request.task : 'absorb';
          // Only two numbers may be missing: the bound of a clearing, and the steps of a chain that may not end.
          expect(['absorb', 'clear']).toContain(nothing);
          expect(JSON.stringify(JSON.parse(output))).toBe(output.trimEnd());
        }
      }),
      { numRuns: 2000 },
    );
  });
});
