import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CoreExports } from '../../src/engine/core';
import { readCore } from './core';

const module = await readCore();

describe('the compiled module', () => {
  it('asks for nothing from outside, so it runs anywhere', () => {
    expect(WebAssembly.Module.imports(module)).toEqual([]);
  });

  it('exports what the typed access uses, and nothing else', () => {
    const names = WebAssembly.Module.exports(module).map(({ name }) => name);
    expect(names.sort()).toEqual([
      'GRACE_MAX',
      'LEAD_MAX',
      'cascade',
      'clearGreatest',
      'clearLeast',
      'connect',
      'keepReached',
      'leastSolution',
      'linearStress',
      'linkNetwork',
      'memory',
      'prepare',
      'run',
      'setUp',
      'setUpNetwork',
      'singleHitStress',
      'solveLinear',
      'tables',
    ]);
  });

  it('is small: at most 40 kB compressed', () => {
    const bytes = readFileSync(new URL('../../build/core.wasm', import.meta.url));
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(40_000);
  });

  it('allocates nothing after set-up: its memory is the same size after 10,000 runs', async () => {
    const core = (await WebAssembly.instantiate(module)).exports as unknown as CoreExports;
    core.setUp(32, 9, 6, 8, 7, 7, 2, 40);
    core.prepare();
    const before = core.memory.buffer;
    for (let k = 0; k < 10_000; k++) core.run();
    expect(core.memory.buffer).toBe(before);
    expect(core.memory.buffer.byteLength).toBeLessThan(1_000_000);
  });
});
