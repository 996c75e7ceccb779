import { withPlainSpaces } from '../world/quarters';
import { dateWords } from './date-words';

/** What a citation of a figure says. */
export interface Cited {
  readonly id: string;
  readonly name: string;
  /** The sentence above the figure. */
  readonly finding: string;
  /** The world it was found in (`worldWords`). */
  readonly world: string;
  /** The day of the data: `asOf` of the network file, "2026-06-30". */
  readonly asOf: string;
  readonly link: string;
}

export const essayTitle = 'When the Music Stops';

/** Whom its licence names. */
const authors = `The authors of ${essayTitle}`;

/** A sentence that ends as one. */
const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** @param accessed the day on which it was read, "2026-11-26": by the clock of whoever copies it. */
export function citationText({ name, finding, world, asOf, link }: Cited, accessed: string): string {
  const said = [
    `${authors} (${yearOf(asOf)}): ${essayTitle}, an explorable essay on the AI build-out.`,
    `Figure: ${name}. “${ended(finding)}”`,
    `In the world: ${ended(world)} Data as of ${dateWords(asOf)}.`,
    `${link} (accessed: ${dateWords(accessed)}).`,
  ];
  return withPlainSpaces(said.join(' '));
}

/** An entry for BibTeX and biblatex, in UTF-8. */
export function citationBibTeX({ id, name, finding, world, asOf, link }: Cited, accessed: string): string {
  const fields = [
    // In its own braces a name is not taken for a first and a last one.
    ['author', `{${tex(authors)}}`],
    ['title', `{${tex(essayTitle)}}: ${tex(name)}`],
    ['howpublished', 'Explorable essay on the web'],
    ['publisher', tex(essayTitle)],
    ['year', yearOf(asOf)],
    [
      'note',
      tex(
        `“${ended(finding)}” In the world: ${ended(world)} Data as of ${dateWords(asOf)}. Accessed: ${dateWords(accessed)}.`,
      ),
    ],
    ['url', link],
    ['urldate', accessed],
  ];
  const width = Math.max(...fields.map(([key = '']) => key.length));
  return [
    `@misc{when-the-music-stops-${id},`,
    ...fields.map(([key = '', value]) => `  ${key.padEnd(width)} = {${value}},`),
    '}',
  ].join('\n');
}

function yearOf(date: string): string {
  return date.slice(0, 4);
}

/** What TeX would read as its own, escaped. */
function tex(text: string): string {
  const words: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
    '−': '$-$',
    '\u00a0': '~',
  };
  return text.replace(/[\\~^−{}$%&#_\u00a0]/g, (sign) => words[sign] ?? `\\${sign}`);
}

/** A sourced number with where it comes from. */
export interface QuotedNumber {
  /** What is counted: "Microsoft: remaining performance obligation". */
  readonly what: string;
  /** In words: "$627bn". */
  readonly value: string;
  readonly asOf: string;
  /** Its grade, and what that means. */
  readonly grade: string;
  readonly publisher: string;
  readonly published: string;
  readonly source: string;
  /** Of the essay's own list of sources, at this number. */
  readonly link: string;
}

export function numberWithSource(number: QuotedNumber): string {
  const { what, value, asOf, grade, publisher, published, source, link } = number;
  return [
    `${what}: ${value}, as of ${dateWords(asOf)} (grade ${grade}).`,
    `Source: ${publisher}, ${dateWords(published)}, ${source}`,
    `Quoted in ${essayTitle}, ${link}`,
  ].join('\n');
}
