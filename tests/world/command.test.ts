import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments';
import { command } from '../../src/cli/command';
import { readCore } from '../engine/core';
import { readContent } from './shipped-content';

/** The command with one file on its disk. */
const run = (words: string[], text?: string) =>
  command(words, {
    loadCore: readCore,
    readText: async () => {
      if (text === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      return text;
    },
  });

const network = () =>
  readContent<{ id: string; quarters: number; contracts: { payer: string }[] }>('network-2026q3.json');

describe('the command', () => {
  it('prints one JSON object', async () => {
    const { output, error, code } = await run(['?stop=2027Q3&severity=0.9&growth=0.6']);
    expect([error, code]).toEqual(['', 0]);
    const { network, levers, quarters, totals } = JSON.parse(output);
    expect(network.id).toBe('2026q3');
    expect(levers).toMatchObject({ stop: 4, severity: 0.9, growth: 0.6, heal: 0.05 });
    expect(quarters).toHaveLength(32);
    expect(totals.firstFailure.label).toBe('2029Q4');
  });

  it('runs the usual world when asked for nothing', async () => {
    expect((await run([])).output).toBe((await run(['v=1'])).output);
  });

  it('prints a table', async () => {
    const { output, code } = await run(['--csv', 'v=1']);
    expect(code).toBe(0);
    expect(output.split('\n')).toHaveLength(1 + 32 * 9 + 1);
  });

  it('takes another network', async () => {
    const other = { ...network(), id: 'other', quarters: 8 };
    const { output, error } = await run(['stop=2027Q3', '--network', 'other.json'], `\uFEFF${JSON.stringify(other)}`);
    expect(error).toBe('');
    expect(JSON.parse(output)).toMatchObject({ network: { id: 'other', quarters: 8 }, levers: { stop: 4 } });
    expect(JSON.parse(output).quarters).toHaveLength(8);
    expect((await run(['stop=2029Q3', '--network=other.json'], JSON.stringify(other))).error).toBe(
      'world: stop: "2029Q3" lies outside this world, which runs from 2026\u00a0Q3 to 2028\u00a0Q2.',
    );
  });

  it('helps', async () => {
    expect(await run(['x=1', '--help'])).toMatchObject({ code: 0, output: expect.stringContaining('--network FILE') });
  });

  it.each<[string[], string | undefined, string]>([
    [['sevrity=0.9'], undefined, 'world: "sevrity": there is no such dial. Did you mean severity?'],
    [['severity=2&lead=x'], undefined, 'world: severity: "2" is not within 0 to 1. lead: "x" is not a number.'],
    [['--json'], undefined, 'world: there is no option "--json"; --help lists them'],
    [['v=1', 'lead=2'], undefined, 'world: only one query is taken, and "lead=2" is a second one'],
    [['--network'], undefined, 'world: --network needs the name of a file'],
    [['--network='], undefined, 'world: --network needs the name of a file'],
    [['--network', 'a', '--network', 'b'], '{}', 'world: --network is given more than once'],
    [['--network', 'a.json'], undefined, 'world: "a.json" cannot be read (there is no such file)'],
    [['--network', 'a.json'], '[1,', 'world: "a.json" is not JSON: Unexpected end of JSON input'],
    [['--network', 'a.json'], '3', 'world: "a.json" is not a network: the file: must be an object, but is 3'],
    [['--network', 'a.json'], '{}', 'world: "a.json" is not a network: id: is missing (and 12 more)'],
  ])('refuses %j with one line and code 2', async (words, text, error) => {
    expect(await run(words, text)).toEqual({ output: '', error, code: 2 });
  });

  it('names the field of a network that is at fault', async () => {
    const file = network();
    const [first] = file.contracts;
    if (first) first.payer = 'opnai';
    expect((await run(['--network', 'a.json'], JSON.stringify(file))).error).toBe(
      'world: "a.json" is not a network: contracts[0].payer: there is no firm "opnai"',
    );
  });

  it('keeps its complaint on one line, whatever it is given', async () => {
    for (const words of [['--a\nb'], ['severity=a\nb'], ['a', 'b\u2028c'], ['--network', 'x\ny']]) {
      expect((await run(words)).error).toMatch(/^[^\n\u2028]+$/);
    }
    expect((await run(['--network', 'a'], '{"a":\n}')).error).toMatch(/^[^\n]+$/);
  });

  it('reads its words in any order', () => {
    const asked = { query: 'v=1', network: 'f', csv: true, help: false };
    expect(readArguments(['--csv', 'v=1', '--network', 'f'])).toEqual(asked);
    expect(readArguments(['--network=f', '--csv', 'v=1'])).toEqual(asked);
  });
});

describe('npm run world', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const npm = (...words: string[]) =>
    spawnSync('npm', ['--prefix', root, 'run', '--silent', 'world', '--', ...words], { cwd: folder, encoding: 'utf8' });

  beforeAll(() => writeFileSync(join(folder, 'mine.json'), JSON.stringify({ ...network(), id: 'mine' })));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints what the command gives, and nothing else', { timeout: 60_000 }, async () => {
    const { stdout, stderr, status } = npm('stop=2027Q3&severity=0.9&growth=0.6');
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toBe((await run(['stop=2027Q3&severity=0.9&growth=0.6'])).output);
  });

  it('finds a file where the reader stands', { timeout: 60_000 }, () => {
    const { stdout, status } = npm('v=1', '--csv', '--network', 'mine.json');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^t,label,climate,/);
  });

  it('answers bad input with one line and code 2', { timeout: 60_000 }, () => {
    const { stdout, stderr, status } = npm('severity=2');
    expect({ stdout, stderr, status }).toEqual({
      stdout: '',
      stderr: 'world: severity: "2" is not within 0 to 1.\n',
      status: 2,
    });
  });
});
