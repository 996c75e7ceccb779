import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('npm run network', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'network-'));
  const request = JSON.stringify({
    task: 'cascade',
    L: [
      [0, 1],
      [0, 0],
    ],
    e: [0, 0],
    b: [0, 1],
  });
  const npm = (input: string, ...words: string[]) =>
    spawnSync('npm', ['--prefix', root, 'run', '--silent', 'network', '--', ...words], {
      cwd: folder,
      encoding: 'utf8',
      input,
    });

  beforeAll(() => writeFileSync(join(folder, 'request.json'), request));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('answers a file where the reader stands, and standard input', { timeout: 60_000 }, () => {
    const answer = { stdout: '{"defaulted":[0,1],"rounds":2,"waves":[[0],[1]]}\n', stderr: '', status: 0 };
    expect(npm('', 'request.json')).toMatchObject(answer);
    expect(npm(request, '-')).toMatchObject(answer);
  });

  it('refuses with one line and code 2', { timeout: 60_000 }, () => {
    expect(npm('', 'requst.json')).toMatchObject({
      stdout: '',
      stderr: 'network: "requst.json" cannot be read (there is no such file)\n',
      status: 2,
    });
  });
});
