import type { Dial, Unit } from './dials';
import { type Calendar, displayQuarter, spokenQuarter, stopLabel } from './quarters';

/** A dial's value in words: in a sentence, beside a slider, and as a screen reader should say it. */
export interface Wording {
  /** "60% of plan" */
  readonly text: string;
  /** "60%" */
  readonly short: string;
  /** "60 percent of plan" */
  readonly aria: string;
}

type Format = (value: number, calendar: Calendar) => Wording;

/** A number with at most two digits after the point, and no zeros at its end. Never "-0". */
function plain(value: number): string {
  return String(Number(value.toFixed(2)) + 0);
}

/** "1 quarter", "0.5 quarters", "3 quarters" */
function counted(value: number, one: string, many: string): string {
  const number = plain(value);
  return `${number} ${number === '1' ? one : many}`;
}

function percent(tail: string): Format {
  return (value) => {
    const number = plain(value * 100);
    return { text: `${number}%${tail}`, short: `${number}%`, aria: `${number} percent${tail}` };
  };
}

function count(one: string, many: string): Format {
  return (value) => {
    const text = counted(value, one, many);
    return { text, short: plain(value), aria: text };
  };
}

/** One formatter for each kind of unit. */
const formats: Readonly<Record<Unit, Format>> = {
  stop: (value, calendar) => {
    if (stopLabel(value, calendar) === 'never') return { text: 'never', short: 'never', aria: 'never' };
    const text = displayQuarter(value, calendar.start);
    return { text, short: text, aria: spokenQuarter(value, calendar.start) };
  },
  share: percent(''),
  yearly: percent(' a year'),
  quarterly: percent(' a quarter'),
  plan: percent(' of plan'),
  cents: (value) => {
    const text = `${counted(value * 100, 'cent', 'cents')} on the dollar`;
    return { text, short: `${plain(value * 100)}¢`, aria: text };
  },
  times: (value) => ({
    text: `${plain(value)}×`,
    short: `${plain(value)}×`,
    aria: counted(value, 'time', 'times'),
  }),
  quarters: count('quarter', 'quarters'),
  // As it is said where it ends a sentence: creditors forgive none.
  misses: (value, calendar) =>
    value === 0
      ? { text: 'no missed quarter', short: '0', aria: 'no missed quarter' }
      : count('missed quarter', 'missed quarters')(value, calendar),
};

/** A dial's value in words. */
export function wording(dial: Dial, value: number, calendar: Calendar): Wording {
  return formats[dial.unit](value, calendar);
}
