import { wording } from '../world/dial-format';
import { dialOf } from '../world/dials';
import type { Calendar } from '../world/quarters';
import { dollars } from './money';
import { type Effect, type Move, type Moves, movesAnything } from './moves';
import { counted, numberWord } from './words';

export const effectNames: Readonly<Record<Effect, string>> = {
  unpaid: 'Promises gone',
  stranded: 'Capacity left empty',
  failures: 'Firms that fall',
};

export function effectWords(effect: Effect, value: number): string {
  if (effect === 'failures') return counted(value, 'firm');
  return value < 0.005 ? 'nothing' : dollars(value);
}

/** The end of a move that is further from where the world stands. */
function furthest({ down, up }: Move, present: number): { value: number; effect: number } | undefined {
  if (!down || !up) return down ?? up;
  return Math.abs(down.effect - present) > Math.abs(up.effect - present) ? down : up;
}

/** The finding: which dial moves it most, and to where. */
export function movesFinding({ effect, present, moves: [first] }: Moves, calendar: Calendar): string {
  const to = first && furthest(first, present);
  if (!to || !movesAnything(first)) {
    const what: Readonly<Record<Effect, string>> = {
      unpaid: 'which promises are gone',
      stranded: 'the capacity left empty',
      failures: 'how many firms fall',
    };
    return `No dial, moved by a tenth of its range, changes ${what[effect]}.`;
  }
  const dial = dialOf(first.lever);
  const value = wording(dial, to.value, calendar).text;
  return `“${dial.name}” matters most: at ${value} ${happens(effect, to.effect)} instead of ${bare(effect, present)}.`;
}

function happens(effect: Effect, value: number): string {
  if (effect === 'failures') return value < 2 ? `${numberWord(value)} firm falls` : `${numberWord(value)} firms fall`;
  const none = value < 0.005;
  if (effect === 'unpaid') return none ? 'no promise is gone' : `promises of ${dollars(value)} are gone`;
  return none ? 'no capacity is left empty' : `capacity of ${dollars(value)} is left empty`;
}

function bare(effect: Effect, value: number): string {
  if (value < 0.005) return 'none';
  return effect === 'failures' ? numberWord(value) : dollars(value);
}
