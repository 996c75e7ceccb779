import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcome, run } from './ask';

/** What is tried, a request, and what is said: three lines each in refusals.txt, with an empty one between. */
const refusals = readFileSync(new URL('refusals.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split(/\n\n(?=# )/)
  .map((refusal) => refusal.split('\n'));

describe('the command refuses', () => {
  it.each(refusals)('%s', async (_, request, error) => {
    expect(await outcome(request)).toEqual({ output: '', error: `network: ${error}`, code: 2 });
  });

  it('a table too large to hold', async () => {
    const sources = Array.from({ length: 4000 }, (_, i) => ({ [`s${i}`]: 1 }));
    expect((await outcome({ task: 'trace', n: 4000, edges: [], sources })).error).toBe(
      'network: sources: the answer would have 4000 by 4000 numbers; ask for fewer labels',
    );
    expect((await outcome({ task: 'absorb', n: 4000, edges: [] })).error).toBe(
      'network: into: the answer would have 4000 by 4000 numbers; ask for fewer states',
    );
  });

  it.each<[string[], string | undefined, string]>([
    [[], '{}', 'needs the name of a file with a request, or - for standard input'],
    [['a', 'b'], '{}', 'only one file is taken, and "b" is a second one'],
    [['--csv', 'a'], '{}', 'there is no option "--csv"; --help says what there is'],
    [['a.json'], undefined, '"a.json" cannot be read (there is no such file)'],
    [['a.json'], '{"task":', '"a.json" is not JSON: Unexpected end of JSON input'],
  ])('%j with %j', async (words, text, error) => {
    expect(await run(words, text)).toEqual({ output: '', error: `network: ${error}`, code: 2 });
  });

  it('and helps with every field of every task', async () => {
    const { output, code } = await run(['x', '--help']);
    expect(code).toBe(0);
    for (const task of ['clear', 'cascade', 'debtrank', 'trace', 'leontief', 'absorb']) {
      const section = output.split('\n\n').find((part) => part.startsWith(`${task} `));
      const { error } = await outcome({ task, unheardOf: 1 });
      const [, known] = /known are task, (.*)$/.exec(error) ?? [];
      const common = ['edges', 'n'];
      for (const field of known.split(', ')) {
        expect(common.includes(field) ? output : section).toMatch(new RegExp(`\\b${field}\\b`));
      }
    }
  });
});
