import { allocateOutcomes, firstOf, type Run, type WorldRunner } from '../engine';
import { fallsOf } from '../engine/analysis/totals';
import { decode, encode } from './link';
import type { Calendar } from './quarters';
import { quarterLabel } from './quarters';

/** Who the reader thought would fall first in a world, and when. Plain data: it outlives the page. */
export interface Guess {
  /** The world, as in a link. */
  readonly world: string;
  /** Id of the firm; null for nobody. */
  readonly firm: string | null;
  /** "2029Q4"; null for never. */
  readonly quarter: string | null;
}

/** A guess beside what happens in its world. */
export interface Score {
  readonly guess: Guess;
  /** Who falls first, by id, and when; null if nobody does. */
  readonly firm: string | null;
  readonly quarter: string | null;
}

/** What a guess is made about: a network file is one. */
interface Stage extends Calendar {
  readonly firms: readonly { readonly id: string }[];
}

/** The guesses of one reader, oldest first; one for each world. */
export interface Guesses {
  readonly list: readonly Guess[];
  /** Takes a guess down. A second one for the same world takes the place of the first. */
  commit(guess: Guess): void;
  /** How the guess for the world of this run did; undefined if there is none. */
  score(run: Run, stage: Stage): Score | undefined;
  /** How all guesses did: their worlds are run in a batch. */
  scores(runner: WorldRunner, stage: Stage): Score[];
  /** Reads what an earlier visit left behind. Call once, when the page has woken up. */
  recall(): void;
}

/** Where guesses are kept between visits. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** The one key that the essay uses. Nothing leaves the browser. */
const key = 'when-the-music-stops.guesses';
/** So many are kept, the newest. */
const most = 64;

/** Guesses in memory, and as far as the browser allows it in a store: it may be full, shut off, or hold anything. */
export function createGuesses(store: () => Store): Guesses {
  let list = $state.raw<readonly Guess[]>([]);

  return {
    get list() {
      return list;
    },
    commit(guess) {
      list = [...list.filter(({ world }) => world !== guess.world), guess].slice(-most);
      try {
        store().setItem(key, JSON.stringify(list));
      } catch {
        // They last as long as the page.
      }
    },
    score(run, stage) {
      const world = encode(run.levers, stage);
      const guess = list.find((other) => other.world === world);
      const first = run.events.find(({ kind }) => kind === 'failed' || kind === 'restructured');
      return guess && scoreOf(guess, first && { firm: first.firm, quarter: first.t }, stage);
    },
    scores(runner, stage) {
      const outcomes = allocateOutcomes(runner.network, list.length);
      runner.run(
        list.map(({ world }) => ({ levers: decode(world, stage).levers })),
        outcomes,
      );
      return list.map((guess, row) => scoreOf(guess, firstOf(fallsOf(outcomes, row), stage.quarters), stage));
    },
    recall() {
      try {
        const kept: unknown = JSON.parse(store().getItem(key) ?? '[]');
        if (Array.isArray(kept)) list = kept.filter(isGuess).slice(-most);
      } catch {
        // Nothing was kept, or nothing that can be read.
      }
    },
  };
}

function scoreOf(guess: Guess, first: { firm: number; quarter: number } | undefined, stage: Stage): Score {
  return {
    guess,
    firm: first ? stage.firms[first.firm].id : null,
    quarter: first ? quarterLabel(first.quarter, stage.start) : null,
  };
}

function isGuess(value: unknown): value is Guess {
  const { world, firm, quarter } = (value ?? {}) as Record<string, unknown>;
  const text = (field: unknown) => typeof field === 'string' && field.length < 4096;
  return text(world) && (firm === null || text(firm)) && (quarter === null || text(quarter));
}

/** The guesses of whoever reads this page. */
export const guesses = createGuesses(() => localStorage);
