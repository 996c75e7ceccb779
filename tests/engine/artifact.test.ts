import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { instantiateCore, instantiateLanes } from '../../src/engine/core';
import { readCore, readLanes, readNetworks } from './core';

const module = await readCore();
const lanes = await readLanes();
const exportsOf = (compiled: WebAssembly.Module) =>
  WebAssembly.Module.exports(compiled)
    .map(({ name }) => name)
    .sort();

describe('the compiled modules', () => {
  it('ask for nothing from outside, so they run anywhere', async () => {
    for (const one of [module, lanes, await readNetworks()]) expect(WebAssembly.Module.imports(one)).toEqual([]);
  });

  it('export what the typed access uses, and nothing else', async () => {
    const settingUp = ['GRACE_MAX', 'LEAD_MAX', 'memory', 'prepare', 'setUp', 'tables'];
    expect(exportsOf(module)).toEqual([...settingUp, 'run'].sort());
    const many = ['LANES', 'drawFutures', 'philoxWord', 'runLanes', 'setUpLanes'];
    expect(exportsOf(lanes)).toEqual([...settingUp, ...many].sort());
    expect(exportsOf(await readNetworks())).toEqual([
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

  it('are small: the engine at most 13 kB compressed, many worlds at once 17', () => {
    const size = (name: string) =>
      gzipSync(readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url)), { level: 9 }).length;
    expect(size('core')).toBeLessThan(13_000);
    expect(size('lanes')).toBeLessThan(17_000);
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
    const core = await instantiateLanes(lanes);
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
