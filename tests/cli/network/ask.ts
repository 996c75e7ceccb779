import { expect } from 'vitest';
import { networkCommand } from '../../../src/cli/network/command';
import { readNetworks } from '../../engine/core';

const core = await readNetworks();

/** The command with one file on its disk, or none. */
export function run(words: readonly string[], text?: string) {
  return networkCommand(words, {
    loadCore: async () => core,
    readText: async () => {
      if (text === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      return text;
    },
  });
}

/** What comes of a request: JSON text, or what shall become of it. */
export function outcome(request: unknown) {
  return run(['-'], typeof request === 'string' ? request : JSON.stringify(request));
}

/** The answer to a request that has one. */
export async function ask(request: object) {
  const { output, error, code } = await outcome(request);
  expect([error, code]).toEqual(['', 0]);
  expect(output).toMatch(/^\{.*\}\n$/);
  return JSON.parse(output);
}
