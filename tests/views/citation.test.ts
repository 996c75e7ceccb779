import { expect, it } from 'vitest';
import { citationBibTeX, citationText, numberWithSource } from '../../src/views/citation';
import { picturedWords, worldWords } from '../../src/views/world-words';
import { usualLevers } from '../../src/world/dials';
import { decode } from '../../src/world/link';
import { shippedFile, shippedWorlds } from '../../src/world/shipped';

const cited = {
  id: 'promises',
  name: 'What becomes of the promises',
  finding: 'Of $1,048bn promised, 42% is gone',
  world: 'The music stops',
  asOf: '2026-06-30',
  link: 'https://example.org/?v=1&stop=2027Q3&was=openai.2029Q4.424.122gjms#promises',
};

it('cites a figure with its finding, its world, the day of the data and the link', () => {
  expect(citationText(cited, '2026-11-06')).toBe(
    'The authors of When the Music Stops (2026): When the Music Stops, an explorable essay on the AI build-out. Figure: What becomes of the promises. ' +
      '“Of $1,048bn promised, 42% is gone.” In the world: The music stops. Data as of 30 June 2026. ' +
      'https://example.org/?v=1&stop=2027Q3&was=openai.2029Q4.424.122gjms#promises (accessed: 6 November 2026).',
  );
});

it('takes the year from the data, and has the day of reading and who made it', () => {
  const entry = citationBibTeX({ ...cited, asOf: '2031-03-31' }, '2031-12-01');
  expect(entry).toMatch(/^ {2}year +=\s\{2031\},$/m);
  expect(entry).toContain('Accessed: 1 December 2031.');
  expect(entry).toMatch(/^ {2}urldate +=\s\{2031-12-01\},$/m);
  expect(entry).toMatch(/^ {2}author +=\s\{\{The authors of When the Music Stops\}\},$/m);
  expect(entry).toMatch(/^ {2}publisher +=\s\{When the Music Stops\},$/m);
});

it('writes BibTeX that TeX can read: signs escaped in words, none in the link, braces in pairs', () => {
  const entry = citationBibTeX({ ...cited, finding: 'A & B lose $5bn, −3%, #1 {all} ~ ^ \\' }, '2031-12-01');
  const note = /note += \{(.*)\},/.exec(entry)?.[1] ?? '';
  expect(note).toContain(
    String.raw`A \& B lose \$5bn, $-$3\%, \#1 \{all\} \textasciitilde{} \textasciicircum{} \textbackslash{}`,
  );
  expect(entry).toContain(`url          = {${cited.link}},`);
  expect(entry).toMatch(/^@misc\{when-the-music-stops-promises,\n/);
  const bare = entry.replace(/\\[{}]/g, '');
  expect(bare.split('{').length).toBe(bare.split('}').length);
});

it('calls a world by its name, and one without a name by its dials', () => {
  const usual = usualLevers();
  for (const { name, query } of shippedWorlds.worlds) {
    const { levers } = decode(query, shippedFile);
    expect([name, 'The plan']).toContain(worldWords(levers, usual, shippedFile));
  }
  const own = decode('v=1&stop=2028Q1&growth=0.75', shippedFile).levers;
  expect(worldWords(own, usual, shippedFile)).toBe('The music stops 2028\u00a0Q1, Growth of the labs 75%');
});

it('quotes a number with its date, its grade and both links', () => {
  const text = numberWithSource({
    what: 'Oracle: Remaining performance obligation',
    value: '$638bn',
    asOf: '2026-05-31',
    grade: 'A',
    publisher: 'SEC EDGAR',
    published: '2026-06-10',
    source: 'https://example.org/8-K',
    link: 'https://example.com/sources.html#oracle-rpo',
  });
  expect(text.split('\n')).toEqual([
    'Oracle: Remaining performance obligation: $638bn, as of 31 May 2026 (grade A).',
    'Source: SEC EDGAR, 10 June 2026, https://example.org/8-K',
    'Quoted in When the Music Stops, https://example.com/sources.html#oracle-rpo',
  ]);
});

it('a picture names the pinned world that it shows behind the reader’s', () => {
  const usual = usualLevers();
  const page = { usual, cast: shippedFile };
  const here = { ...usual, growth: 0.61 };
  expect(picturedWords(here, undefined, page)).toBe(worldWords(here, usual, shippedFile));
  expect(picturedWords(here, { ...usual, growth: 0.8 }, page)).toBe(
    'Growth of the labs 61% (dotted, the pinned world: Growth of the labs 80%)',
  );
  expect(picturedWords(here, { ...here }, page)).toBe('Growth of the labs 61% (dotted, the pinned world: the same)');
});
