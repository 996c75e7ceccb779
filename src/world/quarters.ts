/**
 * Quarters and their names. Inside, time is t = 0, 1, 2 ... from the opening of a run; for people it is "2027Q3" in files
 * and links and "2027 Q3" on the page.
 */

/** When a run opens and how long it lasts. A network file is one. */
export interface Calendar {
  /** The quarter t = 0, as "2026Q3". */
  readonly start: string;
  /** How many quarters the run covers. */
  readonly quarters: number;
}

/** The value of the dial `stop` at which the music never stops. No run is longer. */
export const never = 32;

const label = /^(\d{4})[\s-]?q([1-4])$/i;

/** Quarters since year 0, or undefined if the text is not a quarter such as "2027Q3", "2027 q3" or "2027-Q3". */
function absolute(text: string): number | undefined {
  const [, year, quarter] = label.exec(text.trim()) ?? [];
  return year === undefined ? undefined : Number(year) * 4 + Number(quarter) - 1;
}

/** Is this the strict form that files use, as "2026Q3"? */
export function isQuarterLabel(text: string): boolean {
  return /^\d{4}Q[1-4]$/.test(text);
}

/** "2027Q3" for quarter t of a run that starts at `start`. Throws a RangeError if `start` is not a quarter. */
export function quarterLabel(t: number, start: string): string {
  const opening = absolute(start);
  if (opening === undefined) throw new RangeError(`"${start}" is not a quarter such as 2026Q3`);
  const at = opening + t;
  return `${String(Math.floor(at / 4)).padStart(4, '0')}Q${(((at % 4) + 4) % 4) + 1}`;
}

/** "2027 Q3": the same for the eye. The space does not break: no line ends between a year and its quarter. */
export function displayQuarter(t: number, start: string): string {
  return forTheEye(quarterLabel(t, start));
}

/** "2027Q3", as files have it, for the eye. */
export function forTheEye(label: string): string {
  return label.replace('Q', '\u00a0Q');
}

/** A text with quarters in it for where no lines are broken: a file, or a citation. */
export function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** "quarter 3 of 2027": the same for the ear. */
export function spokenQuarter(t: number, start: string): string {
  const [year, quarter] = quarterLabel(t, start).split('Q');
  return `quarter ${quarter} of ${year}`;
}

/**
 * Which quarter of the run a text names: t, which may lie before 0 or after the end; undefined if the text is not a quarter.
 */
export function parseQuarter(text: string, start: string): number | undefined {
  const at = absolute(text);
  const opening = absolute(start);
  return at === undefined || opening === undefined ? undefined : at - opening;
}

/** Does the run have this quarter? */
export function inRun(t: number, { quarters }: Pick<Calendar, 'quarters'>): boolean {
  return Number.isInteger(t) && t >= 0 && t < quarters;
}

/** The dial `stop` as links write it: "2027Q3", or "never" for any value that lies beyond the run. */
export function stopLabel(stop: number, calendar: Calendar): string {
  return stop >= calendar.quarters ? 'never' : quarterLabel(stop, calendar.start);
}
