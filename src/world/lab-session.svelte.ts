import { leverIds } from '../engine';
import { activeOf, type Lab, type Shown } from './lab.svelte';
import { createPlayback, type Frame } from './playback.svelte';
import { createReference } from './reference.svelte';
import type { Session } from './session.svelte';

/**
 * The lab's active world, as the session that the dials and figures of the essay know. It is of one network: make another when the lab shows another
 * (`shown.network`), and the components with it, for they keep what they have read of the network.
 */
export function labSession(lab: Lab, { file, network, plan, probe }: Shown, frame?: Frame): Session {
  const usual = plan.levers;
  let firm = $state<number>();
  const active = () => activeOf(lab.state);
  const playback = createPlayback(file.quarters, 0, frame ?? ((callback) => requestAnimationFrame(callback)));
  const set = (change: Parameters<Lab['setWorld']>[0]) => lab.setWorld(change, active().opened);
  const moved = $derived(leverIds.filter((id) => active().levers[id] !== usual[id]));
  // While engines are made for an edited network the components stay a moment with the runs they have.
  let lastRun = plan;
  const run = $derived.by(() => {
    const { shown, state } = lab;
    if (shown?.network === network) lastRun = shown.runs[state.active] ?? lastRun;
    return lastRun;
  });
  return {
    cast: file,
    network,
    plan,
    reference: createReference(plan),
    probe,
    usual,
    playback,
    get levers() {
      return active().levers;
    },
    get opened() {
      return active().opened;
    },
    get run() {
      return run;
    },
    get runs() {
      return lab.runs;
    },
    get moved() {
      return moved;
    },
    get canUndo() {
      return lab.place > 0;
    },
    get canRedo() {
      return lab.place < lab.states.length - 1;
    },
    get firm() {
      return firm;
    },
    look(at) {
      firm = at;
    },
    get live() {
      return lab.shown !== undefined;
    },
    wake() {},
    turn: lab.turn,
    atFrame: lab.atFrame,
    reset: (id) => set({ ...active().levers, [id]: active().opened[id] }),
    toUsual: (id) => set({ ...active().levers, [id]: usual[id] }),
    resetAll: () => set(active().opened),
    allToUsual: () => set(usual),
    open: (levers) => lab.setWorld(levers),
    setWorld: (levers) => lab.setWorld(levers),
    undo: lab.undo,
    redo: lab.redo,
    get states() {
      return lab.states.map((state) => activeOf(state).levers);
    },
    get place() {
      return lab.place;
    },
    goTo: lab.goTo,
  };
}
