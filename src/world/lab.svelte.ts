import type { LeverId, Levers, Network, Run } from '../engine';
import { equalLevers } from './dials';
import * as history from './history';
import { onceInFrame } from './in-frame';
import { type LabEngines, mostWorlds, type OpenEngines } from './lab-engines';
import { editsOf, type NetworkEdits } from './network-edits';
import { toNetwork } from './network-file';
import type { NetworkFile } from './network-schema';
import type { Frame } from './playback.svelte';
import { sameTurn } from './session.svelte';

/** One state of the lab: what undo and redo go through. */
export interface LabState {
  readonly file: NetworkFile;
  /** One to four. */
  readonly worlds: readonly LabWorld[];
  /** The world whose dials are turned. */
  readonly active: number;
}

export interface LabWorld {
  readonly levers: Levers;
  /** What it opened with: reset goes there. */
  readonly opened: Levers;
}

/** All that is shown at one moment: runs of one network, which are views of the engines' memory. A new object with each run. */
export interface Shown {
  readonly file: NetworkFile;
  readonly network: Network;
  readonly plan: Run;
  readonly probe: LabEngines['probe'];
  /** Of each world, in order. */
  readonly runs: readonly Run[];
}

export interface LabOptions {
  /** The network that edits are counted from. */
  readonly base: NetworkFile;
  readonly state: LabState;
  readonly open: OpenEngines;
  readonly frame?: Frame;
  readonly now?: () => number;
}

/** The lab: a network that can be edited, and up to four worlds in it. */
export interface Lab {
  readonly base: NetworkFile;
  readonly state: LabState;
  readonly edits: NetworkEdits | undefined;
  /** Undefined until the first engines are made. */
  readonly shown: Shown | undefined;
  /** Why the network as it stands cannot be run, in words for the reader. What is shown is then the last that could. */
  readonly trouble: string | undefined;
  /** Runs of readers' worlds since the lab opened. */
  readonly runs: number;
  readonly states: readonly LabState[];
  /** Which of the states is the present one. */
  readonly place: number;
  /** Turns a dial of the active world. All turns of one gesture, or of one dial in quick succession, are one entry of the history. */
  turn(id: LeverId, value: number, gesture?: object): void;
  /** Does something as the next frame begins, before the runs of that frame (session.svelte.ts). */
  atFrame(act: () => void): void;
  /** Sets all dials of the active world; reset goes back to `opened`. */
  setWorld(levers: Levers, opened?: Levers): void;
  select(world: number): void;
  /** Puts a world beside the others, a copy of the active one unless another is given, and makes it the active one. Not beyond four. */
  add(levers?: Levers): void;
  /** Not the last one. */
  remove(world: number): void;
  /** Takes a network that has passed its check (parse-network.ts). */
  edit(file: NetworkFile): void;
  undo(): void;
  redo(): void;
  goTo(place: number): void;
}

export function createLab({ base, state, open, ...options }: LabOptions): Lab {
  const frame = options.frame ?? ((callback) => requestAnimationFrame(callback));
  const now = options.now ?? (() => performance.now());

  let entries = $state.raw(history.begin(state));
  let shown = $state.raw<Shown>();
  let trouble = $state<string>();
  let runs = $state(0);
  let engines: LabEngines | undefined;
  /** The file that engines are being made for. */
  let opening: NetworkFile | undefined;
  /** The last file that no engine took: it is not tried again at each turn of a dial. */
  let refused: NetworkFile | undefined;
  let lastTurn: { id: LeverId; gesture: object | undefined; at: number } | undefined;

  const edits = $derived(editsOf(base, entries.present.file));

  /** Makes engines for the network as it stands. If it is edited again meanwhile, they are thrown away unused. */
  async function openNetwork(): Promise<void> {
    const { file } = entries.present;
    opening = file;
    const network = toNetwork(file);
    try {
      const made = await open(network);
      if (opening !== file) return;
      engines = made;
      trouble = undefined;
      shown = { file, network, plan: made.plan, probe: made.probe, runs: [] };
      run();
    } catch (error) {
      if (opening !== file) return;
      console.error(error);
      refused = file;
      trouble = 'This network could not be run. The figures show the last one that could.';
    } finally {
      if (opening === file) opening = undefined;
    }
  }

  /** Runs the worlds whose dials are not those of their last run. */
  function run(): void {
    const { worlds } = entries.present;
    if (!shown || !engines) return;
    const { runners } = engines;
    const before = shown.runs;
    let ran = 0;
    const next = worlds.flatMap(({ levers }, i) => {
      const old = before[i];
      if (old && equalLevers(old.levers, levers)) return [old];
      const runner = runners[i];
      if (!runner) return [];
      ran++;
      return [runner.run(levers)];
    });
    if (ran === 0 && next.length === before.length) return;
    runs += ran;
    shown = { ...shown, runs: next };
  }

  const inFrame = onceInFrame(frame, () => {
    const { file } = entries.present;
    if (file === opening) return;
    if (file === refused) return run();
    if (file !== shown?.file || opening) return void openNetwork();
    trouble = undefined;
    run();
  });

  function go(next: history.History<LabState>): void {
    lastTurn = undefined;
    entries = next;
    inFrame();
  }

  const record = (change: Partial<LabState>) => go(history.record(entries, { ...entries.present, ...change }));

  function withActive(change: Partial<LabWorld>): LabState {
    const { present } = entries;
    return { ...present, worlds: present.worlds.with(present.active, { ...activeOf(present), ...change }) };
  }

  function turn(id: LeverId, value: number, gesture?: object): void {
    const { levers } = activeOf(entries.present);
    if (levers[id] === value) return;
    const at = now();
    const goesOn = gesture ? lastTurn?.gesture === gesture : lastTurn?.id === id && at - lastTurn.at <= sameTurn;
    const next = withActive({ levers: { ...levers, [id]: value } });
    entries = goesOn ? history.amend(entries, next) : history.record(entries, next);
    lastTurn = { id, gesture, at };
    inFrame();
  }

  inFrame();

  return {
    base,
    get state() {
      return entries.present;
    },
    get edits() {
      return edits;
    },
    get shown() {
      return shown;
    },
    get trouble() {
      return trouble;
    },
    get runs() {
      return runs;
    },
    get states() {
      return history.statesOf(entries);
    },
    get place() {
      return entries.past.length;
    },
    turn,
    atFrame: inFrame,
    setWorld(levers, opened = levers) {
      const active = activeOf(entries.present);
      if (equalLevers(levers, active.levers) && equalLevers(opened, active.opened)) return;
      go(history.record(entries, withActive({ levers, opened })));
    },
    select(world) {
      const { worlds, active } = entries.present;
      // Which one is looked at is no deed to be undone by itself.
      if (world !== active && worlds[world]) go(history.amend(entries, { ...entries.present, active: world }));
    },
    add(levers = activeOf(entries.present).levers) {
      const { worlds } = entries.present;
      if (worlds.length < mostWorlds)
        record({ worlds: [...worlds, { levers, opened: levers }], active: worlds.length });
    },
    remove(world) {
      const { worlds, active } = entries.present;
      if (worlds.length < 2 || !worlds[world]) return;
      record({
        worlds: worlds.toSpliced(world, 1),
        active: active > world ? active - 1 : Math.min(active, worlds.length - 2),
      });
    },
    edit(file) {
      if (file !== entries.present.file) record({ file });
    },
    undo: () => go(history.undo(entries)),
    redo: () => go(history.redo(entries)),
    goTo: (place) => go(history.goTo(entries, place)),
  };
}

export function activeOf({ worlds, active }: LabState): LabWorld {
  const world = worlds[active];
  if (!world) throw new RangeError(`The lab has no world ${active}`);
  return world;
}
