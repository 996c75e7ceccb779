import { wording } from './dial-format';
import { type Dial, isAllowed, type Unit } from './dials';
import { type Calendar, displayQuarter, inRun, never, parseQuarter } from './quarters';
import { quoted } from './quoted';

/** What a typed text means for a dial, or a kind sentence on what to type instead. */
export type Typed = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

/**
 * Reads what a person types into a dial's box. The words of the dial's own unit may follow the number ("3 quarters", "30
 * cents", "60% of plan"); a decimal comma is read as a point, and "no" as none.
 *
 * Percent or number? With a % sign always percent. Without one,
 * - shares (and shares a year or a quarter): "90" is 90%, as whole numbers are percents; "0.9" is 90%, as a number up
 *   to 1 with a point is the share itself; "12.5" is 12.5%;
 * - against plan: "0.6", "1" and "1.5" are multiples, as far as the dial reaches; above that "60" is 60%;
 * - cents: as shares, in cents.
 *
 * The value need not lie on the dial's steps.
 */
export function parseTyped(dial: Dial, text: string, calendar: Calendar): Typed {
  return dial.unit === 'stop' ? typedStop(text, calendar) : typedNumber(dial, text, calendar);
}

function typedStop(text: string, calendar: Calendar): Typed {
  if (text.trim().toLowerCase() === 'never') return { ok: true, value: never };
  const t = typedQuarter(text, calendar);
  const first = displayQuarter(0, calendar.start);
  if (t === undefined) return refuse(`Type a quarter such as ${first}, or never.`);
  if (inRun(t, calendar)) return { ok: true, value: t };
  const last = displayQuarter(calendar.quarters - 1, calendar.start);
  return refuse(`This world runs from ${first} to ${last}. Type a quarter in between, or never.`);
}

/** A quarter as people write it: "Q1 2029", "2029-1", "2029/1"; a year alone is the first quarter that the run has of it. */
function typedQuarter(text: string, { start }: Calendar): number | undefined {
  const trimmed = text.trim();
  if (/^\d{4}$/.test(trimmed)) {
    const first = parseQuarter(`${trimmed}Q1`, start) ?? 0;
    return first < 0 && first > -4 ? 0 : first;
  }
  const asInFiles = trimmed
    .replace(/^(\d{4})\s*[\s./-]\s*q?([1-4])$/i, '$1Q$2')
    .replace(/^q([1-4])\s*[\s,./-]?\s*(\d{4})$/i, '$2Q$1');
  return parseQuarter(asInFiles, start);
}

/** Words that may follow the number, by unit. */
const tails: Readonly<Record<Exclude<Unit, 'stop'>, RegExp>> = {
  share: /^$/,
  yearly: /^((a|per) year)?$/,
  quarterly: /^((a|per) quarter)?$/,
  plan: /^(of plan)?$/,
  cents: /^((¢|cents?)( on the dollar)?)?$/,
  times: /^(×|x|times?)?$/,
  quarters: /^(q|quarters?)?$/,
  misses: /^((missed )?quarters?)?$/,
};

const typed = /^(no(?=$|\s)|[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+))\s*(%|percent|per cent)?\s*(.*)$/;

function typedNumber(dial: Dial, text: string, calendar: Calendar): Typed {
  const [, digits, sign, tail] = typed.exec(text.trim().toLowerCase()) ?? [];
  const unit = dial.unit;
  if (unit === 'stop' || digits === undefined || !tails[unit].test(tail ?? '') || (sign && !takesPercent(unit))) {
    const unread = text.trim() === '' ? '' : `${quoted(text)} cannot be read here. `;
    return refuse(`${unread}Type a value such as ${wording(dial, dial.usual, calendar).text}.`);
  }
  const number = digits.replace('no', '0').replace(',', '.');
  const value =
    Number(isPercent(dial, number, sign !== undefined || (unit === 'cents' && tail !== '')) ? `${number}e-2` : number) +
    0;
  if (isAllowed(dial, value)) return { ok: true, value };
  if (value >= dial.min && value <= dial.max) return refuse('Only whole numbers mean something here.');
  const [low, high] = [dial.min, dial.max].map((end) => wording(dial, end, calendar).text);
  return refuse(`This dial goes from ${low} to ${high}.`);
}

function takesPercent(unit: Unit): boolean {
  return unit === 'share' || unit === 'yearly' || unit === 'quarterly' || unit === 'plan' || unit === 'cents';
}

/** Are the digits hundredths? `marked`: a percent sign, or the word cents, follows them. */
function isPercent(dial: Dial, digits: string, marked: boolean): boolean {
  if (!takesPercent(dial.unit)) return false;
  if (marked) return true;
  if (dial.unit === 'plan') return Number(digits) > dial.max;
  return !digits.includes('.') || Number(digits) > 1;
}

function refuse(message: string): Typed {
  return { ok: false, message };
}
