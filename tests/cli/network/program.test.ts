import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('npm run network', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'network-'));
  /** The example of the README. */
  const request = '{"task":"clear","L":[[0,10,0],[0,0,8],[0,0,0]],"e":[4,5,1],"alpha":0.5,"beta":0.5}';
  const answer =
    /^\{"greatest":\[2,3.5,0\],"least":\[2,3.5,0\],"defaulted":\[0,1\],"waves":\[\[0\],\[1\]\],"rounds":2,"residual":0,"bound":\d.*\}\n$/;
  const npm = (input: string, ...words: string[]) =>
    spawnSync('npm', ['--prefix', root, 'run', '--silent', 'network', '--', ...words], {
      cwd: folder,
      encoding: 'utf8',
      input,
    });

  beforeAll(() => writeFileSync(join(folder, 'request.json'), request));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('answers a file where the reader stands, and standard input', { timeout: 60_000 }, () => {
    for (const { stdout, stderr, status } of [npm('', 'request.json'), npm(request, '-')]) {
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).toMatch(answer);
    }
  });

  it('refuses with one line and code 2', { timeout: 60_000 }, () => {
    expect(npm('', 'requst.json')).toMatchObject({
      stdout: '',
      stderr: 'network: "requst.json" cannot be read (there is no such file)\n',
      status: 2,
    });
  });
});
