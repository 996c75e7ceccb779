import { describe, expect, it } from 'vitest';
import { usualLevers } from '../../src/world/dials';
import { digestOf } from '../../src/world/digest';
import { createLab, type LabState } from '../../src/world/lab.svelte';
import { type LabEngines, labEngines } from '../../src/world/lab-engines';
import type { NetworkFile } from '../../src/world/network-schema';
import { shippedFile } from '../../src/world/shipped';
import { readCore, readLanes } from '../engine/core';

const core = await readCore();
const lanes = await readLanes();
const usual = usualLevers();
const world = (growth: number) => ({ levers: { ...usual, growth }, opened: { ...usual, growth } });

/** A lab whose frames are moved by hand, and whose engines are opened when it says so. */
async function openLab(worlds: LabState['worlds'] = [world(0.6)]) {
  const waiting: ((time: number) => void)[] = [];
  const opened: Promise<LabEngines>[] = [];
  const clock = { now: 0 };
  const make = labEngines(core, lanes);
  const lab = createLab({
    base: shippedFile,
    state: { file: shippedFile, worlds, active: 0 },
    open: (network) => {
      const engines = make(network);
      opened.push(engines);
      return engines;
    },
    frame: (callback) => void waiting.push(callback),
    now: () => clock.now,
  });
  const frame = () => waiting.splice(0).forEach((callback) => void callback(0));
  const settle = async () => {
    frame();
    await Promise.all(opened);
    await Promise.resolve();
    frame();
  };
  await settle();
  return { lab, frame, settle, opened, clock };
}

const withCash = (file: NetworkFile, cash: number): NetworkFile => ({
  ...file,
  firms: file.firms.map((firm) => (firm.id === 'openai' ? { ...firm, cash: { ...firm.cash, value: cash } } : firm)),
});

describe('worlds side by side', () => {
  it('are run once each, and again only when their dials move', async () => {
    const { lab, frame } = await openLab([world(0.6), world(1)]);
    expect(lab.shown?.runs.map(({ levers }) => levers.growth)).toEqual([0.6, 1]);
    expect(lab.runs).toBe(2);
    const [, second] = lab.shown?.runs ?? [];
    lab.turn('growth', 0.7);
    lab.turn('growth', 0.8);
    frame();
    expect(lab.runs).toBe(3);
    expect(lab.shown?.runs.map(({ levers }) => levers.growth)).toEqual([0.8, 1]);
    expect(lab.shown?.runs[1]).toBe(second);
  });

  it('come and go, four at most and one at least, and keep their own numbers', async () => {
    const { lab, frame } = await openLab();
    for (const growth of [0.7, 0.8, 0.9, 1]) lab.add({ ...usual, growth });
    frame();
    expect(lab.state.worlds.map(({ levers }) => levers.growth)).toEqual([0.6, 0.7, 0.8, 0.9]);
    expect(lab.state.active).toBe(3);
    const digests = lab.shown?.runs.map(digestOf);
    lab.remove(0);
    frame();
    expect(lab.shown?.runs.map(({ levers }) => levers.growth)).toEqual([0.7, 0.8, 0.9]);
    expect(lab.shown?.runs.map(digestOf)).toEqual(digests?.slice(1));
    expect(lab.state.active).toBe(2);
    for (let i = 0; i < 3; i++) lab.remove(0);
    expect(lab.state.worlds).toHaveLength(1);
    lab.undo();
    lab.undo();
    frame();
    expect(lab.shown?.runs.map(digestOf)).toEqual(digests?.slice(1));
  });
});

describe('an edited network', () => {
  it('is run with new engines, and what was shown stays until they are there', async () => {
    const { lab, frame, settle } = await openLab();
    const before = lab.shown;
    lab.edit(withCash(shippedFile, 300));
    frame();
    expect(lab.shown).toBe(before);
    expect(lab.edits).toEqual({ changed: { openai: { cash: 300 } } });
    await settle();
    expect(lab.shown?.network.firms[0]?.cash).toBe(300);
    expect(lab.shown?.runs[0]?.firm.cash[0]).not.toBe(before?.runs[0]?.firm.cash[0]);
    lab.undo();
    await settle();
    expect(lab.shown?.file).toBe(shippedFile);
    expect(lab.edits).toBeUndefined();
  });

  it('of which only the last counts, when edits overtake each other', async () => {
    const { lab, frame, settle, opened } = await openLab();
    for (const cash of [1, 2, 3]) {
      lab.edit(withCash(shippedFile, cash));
      frame();
    }
    await settle();
    expect(opened).toHaveLength(4);
    expect(lab.shown?.network.firms[0]?.cash).toBe(3);
    expect(lab.shown?.runs[0]?.network.firms[0]?.cash).toBe(3);
  });

  it('that no engine takes is said, and the last one stays', async () => {
    const { lab, settle } = await openLab();
    const before = lab.shown;
    const broken = { ...shippedFile, contracts: [{ ...shippedFile.contracts[0], payer: 'nobody' }] } as NetworkFile;
    const { error } = console;
    console.error = () => {};
    lab.edit(broken);
    await settle().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve));
    console.error = error;
    expect(lab.trouble).toMatch(/could not be run/);
    expect(lab.shown).toBe(before);
    lab.undo();
    await settle().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve));
    expect(lab.trouble).toBeUndefined();
  });
});

describe('the history of the lab', () => {
  it('has one entry for a drag, and none for looking at another world', async () => {
    const { lab } = await openLab([world(0.6), world(1)]);
    const gesture = {};
    for (const growth of [0.61, 0.62, 0.63]) lab.turn('growth', growth, gesture);
    lab.select(1);
    expect(lab.states).toHaveLength(2);
    lab.undo();
    expect(lab.state.worlds[0]?.levers.growth).toBe(0.6);
    expect(lab.states).toHaveLength(2);
  });

  it('is gone through in any order, and nothing is lost', async () => {
    const { lab } = await openLab();
    for (const growth of [0.7, 0.8, 0.9]) lab.setWorld({ ...usual, growth });
    lab.goTo(1);
    expect(lab.state.worlds[0]?.levers.growth).toBe(0.7);
    lab.goTo(99);
    expect(lab.place).toBe(1);
    lab.goTo(3);
    expect(lab.state.worlds[0]?.levers.growth).toBe(0.9);
    expect(lab.states.map(({ worlds }) => worlds[0]?.levers.growth)).toEqual([0.6, 0.7, 0.8, 0.9]);
  });
});
