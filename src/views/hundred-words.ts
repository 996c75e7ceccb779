import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import type { Count, Hundred, LittleWorld } from './hundred';
import { shownWorlds } from './hundred';
import { capital, listed, numberWord, thousands } from './words';

/** "63 of 100". A share that only rounds to none or all is not called so. */
export function ofHundred({ share, of100 }: Pick<Count, 'share' | 'of100'>): string {
  if (share === 1) return `all ${shownWorlds}`;
  if (share === 0) return `none of ${shownWorlds}`;
  if (of100 === 0) return `fewer than one of ${shownWorlds}`;
  if (of100 === shownWorlds) return `nearly all ${shownWorlds}`;
  return `${of100} of ${shownWorlds}`;
}

/** How far a count may be off because only so many futures were run: two standard errors, in worlds of a hundred. */
export function giveOrTake({ standardError, share }: Count): string {
  if (share === 0 || share === 1) return 'they all agree';
  const worlds = Math.ceil(2 * shownWorlds * standardError);
  return worlds <= 1 ? 'give or take one' : `give or take ${numberWord(worlds)}`;
}

/** Is it about as often so as not, as far as so many futures can tell? */
export function isEven({ share, standardError }: Pick<Count, 'share' | 'standardError'>): boolean {
  return Math.abs(share - 0.5) <= 2 * standardError;
}

/** How far the count of the worlds in which somebody falls may be off. Where somebody falls in all, they agree on who only if each firm falls in all of them or in none. */
export function agreement({ somebody, fallers }: Pick<Hundred, 'somebody' | 'fallers'>): string {
  if (somebody.share < 1 || fallers.every(({ falls }) => falls.share === 1)) return giveOrTake(somebody);
  return 'they agree on a fall, not on whose';
}

/** Which futures have been counted: "10,000 futures", "the 64 futures counted so far". */
export function futuresCounted({ futures, count }: Pick<Hundred, 'futures' | 'count'>): string {
  return futures < count ? `the ${thousands(futures)} futures counted so far` : `${thousands(futures)} futures`;
}

/** In how many futures something happens. What happens in all says how many they are: "63 of 100 futures", "every one of the 64 futures counted so far". */
export function inFutures(happens: Count, counted: Pick<Hundred, 'futures' | 'count'>): string {
  return happens.share === 1 ? `every one of ${futuresCounted(counted)}` : `${ofHundred(happens)} futures`;
}

/** Who falls in none of the futures that have been counted: "Eight of nine firms stand in every one of 10,000 futures". */
export function leftWords(hundred: Pick<Hundred, 'fallers' | 'standing' | 'futures' | 'count'>): string {
  const all = hundred.standing.length;
  const left = all - hundred.fallers.length;
  const stand = left === 1 ? 'stands' : 'stand';
  const who =
    left === 0 ? `None of ${numberWord(all)} firms` : `${capital(numberWord(left))} of ${numberWord(all)} firms`;
  return `${who} ${stand} in every one of ${futuresCounted(hundred)}`;
}

/** The finding: in how many worlds somebody falls, and who. What happens in all or none says of how many. */
export function hundredFinding(hundred: Hundred, cast: Cast): string {
  const { somebody, fallers } = hundred;
  const counted = futuresCounted(hundred);
  if (somebody.share === 0) return `In none of ${counted} does a firm fall.`;
  const who = fallers.map(({ firm }) => cast.firms[firm].name);
  const all = somebody.share === 1;
  if (who.length === 1)
    return all
      ? `${who[0]} falls in every one of ${counted}, and nobody else in any.`
      : `${who[0]} falls in ${ofHundred(somebody)} worlds, and nobody else in any of ${counted}.`;
  const [most, ...others] = fallers;
  const some = others.filter(({ falls }) => falls.of100 > 0);
  const rare = listed(others.flatMap(({ firm, falls }) => (falls.of100 === 0 ? [cast.firms[firm].name] : [])));
  if (some.length === 0)
    return `${who[0]} falls in ${ofHundred(most.falls)} worlds. Now and then ${rare} ${others.length === 1 ? 'falls' : 'fall'} too.`;
  const counts = [most, ...some].map(
    ({ firm, falls }) =>
      `${cast.firms[firm].name} in ${falls.of100 === shownWorlds && falls.share < 1 ? 'nearly all' : falls.of100}`,
  );
  return `Somebody falls in ${all ? `every one of ${counted}. Of each hundred` : `${ofHundred(somebody)} worlds`}: ${listed([...counts, ...(rare ? [`now and then ${rare}`] : [])])}.`;
}

/** What befalls a world: "OpenAI fails in 2029 Q4." */
export function fateWords(world: Pick<LittleWorld, 'falls'>, cast: Cast, labs: readonly boolean[]): string {
  return capital(fateIn(world, cast, labs));
}

/** The same within a sentence: "every firm stands to the end." */
export function fateIn({ falls }: Pick<LittleWorld, 'falls'>, cast: Cast, labs: readonly boolean[]): string {
  if (falls.length === 0) return 'every firm stands to the end.';
  const said = falls.map(({ firm, t }) => {
    const verb = labs[firm] ? 'fails' : 'is restructured';
    return `${cast.firms[firm].name} ${verb} in ${displayQuarter(t, cast.start)}`;
  });
  return `${listed(said)}.`;
}

type Progress = Pick<Hundred, 'futures' | 'count'>;

/** Are all futures counted? */
export function isWhole({ futures, count }: Progress): boolean {
  return futures === count;
}

/** How far the count has come. */
export function progressWords(progress: Progress): string {
  return `Counted from ${thousands(progress.futures)} futures${isWhole(progress) ? '' : ' so far'}`;
}

/** "world 37 of 100. OpenAI fails in quarter 4 of 2029" */
export function worldAloud(at: number, world: LittleWorld, cast: Cast, labs: readonly boolean[]): string {
  return `world ${at + 1} of ${shownWorlds}. ${fateWords(world, cast, labs).replace(/(\d{4})\sQ(\d)/g, 'quarter $2 of $1')}`;
}
