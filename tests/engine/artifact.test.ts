import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { instantiateCore } from '../../src/engine/core';
import { readCore, readNetworks } from './core';

const module = await readCore();
const exportsOf = (compiled: WebAssembly.Module) =>
  WebAssembly.Module.exports(compiled)
    .map(({ name }) => name)
    .sort();

describe('the compiled module', () => {
  it('asks for nothing from outside, so it runs anywhere', () => {
    expect(WebAssembly.Module.imports(module)).toEqual([]);
  });

  it('exports what the typed access uses, and nothing else', () => {
    expect(exportsOf(module)).toEqual([
      'GRACE_MAX',
      'LANES',
      'LEAD_MAX',
      'drawFutures',
      'memory',
      'philoxWord',
      'prepare',
      'run',
      'runLanes',
      'setUp',
      'setUpLanes',
      'tables',
    ]);
  });

  it('and so does the one of the networks beside it', async () => {
    const networks = await readNetworks();
    expect(WebAssembly.Module.imports(networks)).toEqual([]);
    expect(exportsOf(networks)).toEqual([
      'cascade',
      'clearGreatest',
      'clearLeast',
      'connect',
      'keepReached',
      'leastSolution',
      'linearStress',
      'linkNetwork',
      'memory',
      'setUpNetwork',
      'singleHitStress',
      'solveLinear',
      'tables',
    ]);
  });

  it('is small: at most 24 kB compressed', () => {
    const bytes = readFileSync(new URL('../../build/core.wasm', import.meta.url));
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(24_000);
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
