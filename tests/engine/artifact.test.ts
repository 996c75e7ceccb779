import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { instantiateCore } from '../../src/engine/core';
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
      'LANES',
      'LEAD_MAX',
      'cascade',
      'clearGreatest',
      'clearLeast',
      'connect',
      'drawFutures',
      'keepReached',
      'leastSolution',
      'linearStress',
      'linkNetwork',
      'memory',
      'philoxWord',
      'prepare',
      'run',
      'runLanes',
      'setUp',
      'setUpLanes',
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
    const core = await instantiateCore(module);
    core.setUp(32, 9, 6, 8, 7, 7, 2, 40);
    core.prepare();
    const before = core.memory.buffer;
    for (let k = 0; k < 10_000; k++) core.run();
    expect(core.memory.buffer).toBe(before);
    expect(core.memory.buffer.byteLength).toBeLessThan(1_000_000);
  });

  it('nor do lanes: the same after 10,000 batches of futures', async () => {
    const core = await instantiateCore(module);
    core.setUp(32, 9, 6, 8, 7, 7, 2, 40);
    core.prepare();
    core.setUpLanes();
    const before = core.memory.buffer;
    for (let k = 0; k < 10_000; k++) {
      core.drawFutures(core.LANES.value * k);
      core.runLanes();
    }
    expect(core.memory.buffer).toBe(before);
    expect(core.memory.buffer.byteLength).toBeLessThan(2_000_000);
  });
});
