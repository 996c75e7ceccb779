import type { Plane } from '../engine';
import type { PlaneShows } from '../world/panels';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import type { PlaneMap } from './lab-plane';
import { dollars } from './money';
import { capital, listed, numberWord } from './words';

/** What the choice of what to show is called. */
export const showsWords: Readonly<Record<PlaneShows, string>> = {
  first: 'who falls first',
  fallen: 'how many fall',
  gone: 'promises gone',
  when: 'when the first falls',
};

/** How to read it. */
export const showsHelp: Readonly<Record<PlaneShows, string>> = {
  first: 'Each area is where one firm is the first to fall.',
  fallen: 'The stronger the shade, the more firms fail or are restructured.',
  gone: 'The stronger the shade, the more of what was still to be paid goes with those who promised it.',
  when: 'The stronger the shade, the earlier the first firm falls.',
};

/** The plane in a sentence. */
export function planeFinding(plane: Plane, { areas }: PlaneMap, shows: PlaneShows, cast: Cast): string {
  const spared = areas.find(({ id }) => id === 0)?.share ?? 0;
  const hit = areas.filter(({ id }) => id > 0);
  if (hit.length === 0)
    return shows === 'gone' ? 'Nowhere on this plane is a promise gone.' : 'Nowhere on this plane does a firm fall.';
  switch (shows) {
    case 'first': {
      const who = hit
        .toSorted((a, b) => b.share - a.share)
        .map(({ firm = 0, share }) => ({ name: cast.firms[firm].name, share }));
      if (who.length === 1) return `${who[0].name} is the first to fall in ${ofHundred(1 - spared)} of these worlds.`;
      const counts = who.map(({ name, share }, k) => `${name}${k === 0 ? ' first' : ''} in ${ofHundred(share, '')}`);
      return `Somebody falls in ${ofHundred(1 - spared)} of these worlds: ${listed(counts)}.`;
    }
    case 'fallen': {
      const atMost = Math.max(...hit.map(({ id }) => id));
      const fall = `At most ${numberWord(atMost)} ${atMost === 1 ? 'firm falls' : 'firms fall'}`;
      return spared === 0
        ? `${fall}, and nowhere none.`
        : `${fall}; in ${ofHundred(spared)} of these worlds none does.`;
    }
    case 'gone': {
      const lost = `At the worst ${dollars(Math.max(...plane.lost))} of promises are gone`;
      return spared === 0
        ? `${lost}, and everywhere some.`
        : `${lost}; in ${ofHundred(spared)} of these worlds none are.`;
    }
    case 'when': {
      const first = plane.quarter.reduce(
        (least, t, cell) => (plane.firm[cell] >= 0 ? Math.min(least, t) : least),
        cast.quarters,
      );
      const early = `The first firm falls as early as ${displayQuarter(first, cast.start)}`;
      return spared === 0
        ? `${early}, and everywhere one does.`
        : `${early}; in ${ofHundred(spared)} of these worlds none ever does.`;
    }
  }
}

/** "46 of 100"; a share that only rounds to none or all is not called so. */
function ofHundred(share: number, all = ' of 100'): string {
  const count = Math.round(100 * share);
  if (share >= 1) return `all 100`;
  if (count === 0) return `fewer than one${all}`;
  if (count === 100) return `nearly all 100`;
  return `${count}${all}`;
}

/** An area in the key: "OpenAI falls first: 44 of 100". */
export function areaWords({ label, share }: { readonly label: string; readonly share: number }): string {
  return `${capital(label)}: ${ofHundred(share)}`;
}
