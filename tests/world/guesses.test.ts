import { describe, expect, it } from 'vitest';
import { createBatch, createEngine } from '../../src/engine';
import { createGuesses, type Store } from '../../src/world/guesses.svelte';
import { decode } from '../../src/world/link';
import { shippedFile, shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { readCore, readLanes } from '../engine/core';

const module = await readCore();
const lanes = await readLanes();
const engine = await createEngine(module, shippedNetwork);
const batch = await createBatch(lanes, shippedNetwork);
const queryOf = (id: string) => shippedWorlds.worlds.find((world) => world.id === id)?.query ?? '';
const runOf = (id: string) => engine.run(decode(queryOf(id), shippedFile).levers);

function shelf(kept?: string): Store & { kept: string | undefined } {
  return {
    kept,
    getItem() {
      return this.kept ?? null;
    },
    setItem(_, value) {
      this.kept = value;
    },
  };
}

const right = { world: queryOf('the-music-stops'), firm: 'openai', quarter: '2030Q2' };
const wrong = { world: queryOf('slow-leak'), firm: 'oracle', quarter: '2028Q1' };
const calm = { world: queryOf('the-plan-holds'), firm: null, quarter: null };

describe('guesses', () => {
  it('are scored by the run of their own world, and by no other', () => {
    const guesses = createGuesses(() => shelf());
    guesses.commit(right);
    expect(guesses.score(runOf('the-music-stops'), shippedFile)).toEqual({
      guess: right,
      firm: 'openai',
      quarter: '2029Q4',
    });
    expect(guesses.score(runOf('slow-leak'), shippedFile)).toBeUndefined();
  });

  it('are all scored in one batch, as one by one', () => {
    const guesses = createGuesses(() => shelf());
    for (const guess of [right, wrong, calm]) guesses.commit(guess);
    const scores = guesses.scores(batch, shippedFile);
    expect(scores).toEqual(
      ['the-music-stops', 'slow-leak', 'the-plan-holds'].map((id) => guesses.score(runOf(id), shippedFile)),
    );
    expect(scores.map(({ firm }) => firm)).toEqual(['openai', 'openai', null]);
    expect(scores[2]).toEqual({ guess: calm, firm: null, quarter: null });
  });

  it('are one for each world, the last', () => {
    const guesses = createGuesses(() => shelf());
    for (const guess of [wrong, right, { ...wrong, firm: null, quarter: null }]) guesses.commit(guess);
    expect(guesses.list.map(({ firm }) => firm)).toEqual(['openai', null]);
  });

  it('outlive the page', () => {
    const store = shelf();
    const first = createGuesses(() => store);
    for (const guess of [right, wrong, calm]) first.commit(guess);
    const second = createGuesses(() => store);
    second.recall();
    expect(second.list).toEqual([right, wrong, calm]);
  });

  it.each(['', 'no', '{}', '[1, null, {"world": 3}]', '[{"world": "v=1"}]'])('forget what is none: %s', (kept) => {
    const guesses = createGuesses(() => shelf(kept));
    guesses.recall();
    expect(guesses.list).toEqual([]);
  });

  it('last as long as the page where there is no store', () => {
    const guesses = createGuesses(() => {
      throw new DOMException('No', 'SecurityError');
    });
    guesses.recall();
    guesses.commit(right);
    expect(guesses.list).toEqual([right]);
  });
});

describe('worlds to guess about', () => {
  const first = (query: string) => {
    const fallen = engine
      .run(decode(query, shippedFile).levers)
      .events.filter(({ kind }) => /failed|restructured/.test(kind));
    return { firm: fallen[0] && shippedFile.firms[fallen[0].firm].id, count: fallen.length };
  };
  const answers = shippedWorlds.unseen.map(first);

  it('are not told of elsewhere, and none is there twice', () => {
    const all = [...shippedWorlds.unseen, ...shippedWorlds.worlds.map(({ query }) => query)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('have no answer that is always right', () => {
    const counted = (id: string | undefined) => answers.filter(({ firm }) => firm === id).length;
    for (const id of ['openai', 'oracle', undefined]) {
      expect(counted(id)).toBeGreaterThan(1);
      expect(counted(id)).toBeLessThan(answers.length / 2);
    }
    expect(answers.some(({ count }) => count > 1)).toBe(true);
  });
});
