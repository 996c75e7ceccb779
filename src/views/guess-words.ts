import type { Calendar } from '../world/quarters';
import { forTheEye, parseQuarter } from '../world/quarters';
import { capital, counted } from './words';

/** A guess about who falls first in a world and when, beside what happens there. Firms by id, quarters as "2029Q4"; null for nobody and never. */
export interface GuessScore {
  readonly guess: { readonly world: string; readonly firm: string | null; readonly quarter: string | null };
  readonly firm: string | null;
  readonly quarter: string | null;
}

interface Stage extends Calendar {
  readonly firms: readonly { readonly id: string; readonly name: string }[];
}

/** How a guess did, in two sentences. */
export function guessWords(
  { guess, firm, quarter }: GuessScore,
  stage: Stage,
): { readonly said: string; readonly was: string } {
  const name = (id: string) => stage.firms.find((other) => other.id === id)?.name ?? id;
  const tell = (who: string | null, when: string | null) =>
    who === null ? 'nobody falls' : `${name(who)} falls first${when ? `, in ${forTheEye(when)}` : ''}`;
  const said = `You said: ${tell(guess.firm, guess.quarter)}.`;
  if (guess.firm !== firm) return { said, was: `${capital(tell(firm, quarter))}.` };
  if (firm === null || quarter === null || guess.quarter === null) return { said, was: 'So it is.' };
  const late = (parseQuarter(guess.quarter, stage.start) ?? 0) - (parseQuarter(quarter, stage.start) ?? 0);
  if (late === 0) return { said, was: 'So it is, to the quarter.' };
  return {
    said,
    was: `The firm is right; it falls ${counted(Math.abs(late), 'quarter')} ${late > 0 ? 'earlier' : 'later'}.`,
  };
}

/** "You were right about who falls first in 2 of 3 worlds." */
export function guessFinding(scores: readonly GuessScore[]): string {
  const right = scores.filter(({ guess, firm }) => guess.firm === firm).length;
  if (scores.length === 0) return 'You have not guessed yet who falls first.';
  if (scores.length === 1) return `You have guessed once who falls first, and were ${right === 1 ? 'right' : 'wrong'}.`;
  return `You were right about who falls first in ${right || 'none'} of ${scores.length} worlds.`;
}
