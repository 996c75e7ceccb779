import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/engine';
import { booksOfLab, fateOf, fateWords, fuseMark, type LabBooks } from '../../src/views/burners';
import { burnersStory } from '../../src/views/burners-story';
import { fuseFinding, raceWords } from '../../src/views/burners-words';
import { verdictsOf } from '../../src/views/claims';
import { fuseLabels, fuseQuarters } from '../../src/views/fuse-labels';
import { yearsOf } from '../../src/views/timeline';
import { decode } from '../../src/world/link';
import { displayQuarter } from '../../src/world/quarters';
import { shippedWorlds } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { worlds } from './ring-runs';
import { cast, plan, runOf, runOfWorld } from './shipped-runs';

const labs = plan.network.firms.flatMap(({ lab }, i) => (lab ? [i] : []));
const booksOf = (run: Run) => labs.map((i) => booksOfLab(run, i));
type Series = 'burn' | 'starved' | 'status' | 'short' | 'invested' | 'returned' | 'destroyed';
const at = ({ network, firm }: Run, name: Series, i: number, t: number) => firm[name][t * network.firms.length + i];

function checkBooks(run: Run, books: LabBooks): void {
  const { firm: i, revenue, compute, spent, without, billed, cash, fall, empty, covers } = books;
  const { quarters } = run.network;
  expect(revenue).toHaveLength(fall === undefined ? quarters : fall + 1);
  revenue.forEach((_, t) => {
    expect(without[t]).toBeGreaterThanOrEqual(-1e-9);
    expect(spent[t]).toBeGreaterThanOrEqual(-1e-9);
    // What is starved is the part of all wanted compute that is not paid for.
    const wanted = at(run, 'starved', i, t) * (billed[t] + without[t]);
    if (billed[t] <= compute[t]) expect(without[t]).toBeCloseTo(wanted, 6);
  });
  // Cash as the run opens, what others put in and what other quarters leave over, less what is burned, given, returned or destroyed, is the cash as it ends.
  const earned = revenue.reduce((sum, sales, t) => sum + Math.max(0, sales - spent[t]), 0);
  const gone = ['invested', 'returned', 'destroyed'] as const;
  const lost = revenue.flatMap((_, t) => gone.map((name) => at(run, name, i, t))).reduce((sum, x) => sum + x, 0);
  expect(books.opening + books.raised - books.burned + earned - lost).toBeCloseTo(cash.at(-1) ?? 0, 5);
  expect(spent.reduce((sum, paid, t) => sum + Math.max(0, paid - revenue[t]), 0)).toBeCloseTo(books.burned, 6);
  if (fall !== undefined) {
    expect(at(run, 'status', i, fall)).toBe(2);
    // The fuse is burned down by the time it fails, and from its mark on.
    expect(empty).toBeLessThanOrEqual(fall);
    expect(cash.slice(empty).every((x) => x < 0.005)).toBe(true);
    expect(covers).toBeUndefined();
    // What pays its own way goes without nothing, and needs no more than it sells. Only late bills can still come on top.
  } else if (covers !== undefined) {
    for (let t = covers; t < quarters; t++) expect(at(run, 'burn', i, t)).toBeLessThanOrEqual(1e-9);
    if (covers > 0) expect(at(run, 'burn', i, covers - 1)).toBeGreaterThan(0);
  } else {
    expect(at(run, 'burn', i, quarters - 1)).toBeGreaterThan(0);
    const fate = fateOf(books, cast);
    const last = quarters - 1;
    expect(fate.kind === 'carried' && fate.burning).toBe(spent[last] - revenue[last] > 1e-9);
    // It needs more than it sells: if it does not burn cash for that, it goes without.
    if (spent[last] <= revenue[last]) expect(without[last]).toBeGreaterThan(0);
  }
}

function checkStory(run: Run): void {
  const books = booksOf(run);
  const { pace, first, carried, arrived, funding } = burnersStory(books);
  const verdicts = verdictsOf(run);
  // The prose and the claims beside it never contradict each other.
  expect(pace.salesFaster).toBe(verdicts['compute-outgrows-revenue'] === 'fails');
  expect(funding.kind !== 'own').toBe(verdicts['burners-cannot-self-fund'] === 'holds');
  const inSecondYear = (series: 'without' | 'declined') =>
    books.reduce((all, lab) => all + lab[series].slice(4, 8).reduce((sum, x) => sum + x, 0), 0);
  // What is declined was billed, and is not said to be wanted beside the bill.
  expect(pace.declined).toBeCloseTo(inSecondYear('declined'), 9);
  expect(pace.declined + pace.without).toBeCloseTo(inSecondYear('without'), 6);
  expect(pace.gone).toBe(books.filter(({ fall = Number.POSITIVE_INFINITY }) => fall < 8).length);
  if (pace.gap === 'widens') expect(pace.compute[1] - pace.sales[1]).toBeGreaterThan(pace.compute[0] - pace.sales[0]);
  if (pace.gap === 'none') expect(pace.sales[1]).toBeGreaterThanOrEqual(pace.compute[1]);
  else expect(pace.sales[1]).toBeLessThan(pace.compute[1]);
  const fallen = books.filter(({ fall }) => fall !== undefined);
  expect(carried.length + arrived.length + fallen.length).toBe(labs.length);
  expect(first?.t).toBe(fallen.length > 0 ? Math.min(...fallen.map(({ fall }) => fall ?? 0)) : undefined);
  const words = raceWords(run, cast);
  if (first) expect(words).toContain(displayQuarter(first.t, cast.start));
  const burning = books.filter((lab) => {
    const fate = fateOf(lab, cast);
    return fate.kind === 'carried' && fate.burning;
  });
  if (!first) expect(/burns? cash/.test(words)).toBe(burning.length > 0);
  if (!first) expect(words).toMatch(carried.length > 0 ? /^No lab fails, but / : /^No lab fails, and .* each pays/);
  for (const { firm, fall } of books)
    expect(words.includes(cast.firms[firm].name)).toBe(fallen.length > 0 ? fall !== undefined : carried.includes(firm));
  for (const { firm } of books) expect(fuseFinding(books, cast)).toContain(cast.firms[firm].name);
}

function check(run: Run): void {
  for (const books of booksOf(run)) checkBooks(run, books);
  checkStory(run);
}

describe('the books of the labs', () => {
  it.each(shippedWorlds.worlds.map(({ id }) => id))('are what the run says, and agree with the claims: %s', (id) =>
    check(runOfWorld(id)),
  );

  it.each(worlds)('and in other worlds: %o', (levers) => check(runOf(levers)));

  it('and in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => check(runOf(levers))),
      { numRuns: 80 },
    );
  });

  it('say when the money is gone, and when a lab pays its own way', () => {
    const [openai, anthropic] = booksOf(runOfWorld('the-music-stops'));
    expect(fateWords(fateOf(openai, cast))).toBe('is out of cash in 2029\u00a0Q3');
    expect(fuseMark(openai, cast)).toEqual({ t: 12, text: 'empty in 2029\u00a0Q3' });
    expect(openai.fall).toBe(13);
    expect(fateWords(fateOf(anthropic, cast))).toBe('still burns cash as the run ends');
    expect(fuseMark(anthropic, cast)).toBeUndefined();
    expect(booksOf(plan).map((books) => fateWords(fateOf(books, cast)))).toEqual([
      'pays its own way from 2031\u00a0Q2',
      'pays its own way from 2028\u00a0Q3',
    ]);
    expect(fuseFinding(booksOf(runOfWorld('the-backstop')), cast)).toBe(
      'OpenAI and Anthropic still burn cash as the run ends.',
    );
  });

  it('say what is really spent: the cash of all labs, with what is put in, less what is left', () => {
    const books = booksOf(runOfWorld('the-music-stops'));
    const { funding } = burnersStory(books);
    const left = books.reduce((sum, { cash }) => sum + (cash.at(-1) ?? 0), 0);
    expect(funding.burned).toBeCloseTo(funding.opened + funding.raised - left, 6);
    expect(funding.kind).toBe('others');
    // With more growth their cash would nearly do, in one purse. What is put in is a reserve.
    expect(burnersStory(booksOf(runOfWorld('better-than-plan'))).funding.kind).toBe('more');
    expect(burnersStory(booksOf(runOf({ supply: 0, vendorShare: 0, backstop: 0, firmness: 0 }))).funding.kind).toBe(
      'nobody',
    );
    expect(burnersStory(booksOf(runOf({ growth: 1.5, compute: 0 }))).funding.kind).toBe('own');
  });

  it('tell of sales that grow faster than the bill, while the gap widens', () => {
    expect(burnersStory(booksOf(runOf({ growth: 0.8 }))).pace).toMatchObject({
      gap: 'widens',
      salesFaster: true,
    });
    expect(burnersStory(booksOf(plan)).pace.gap).toBe('none');
    expect(burnersStory(booksOf(runOfWorld('the-music-stops'))).pace.salesFaster).toBe(false);
  });
});

describe('what the chapter invites to try', () => {
  const fails = (query: string) => booksOf(runOf(decode(query, cast).levers)).some(({ fall }) => fall !== undefined);
  const opening = 'stop=2027Q3&severity=0.9&growth=0.6';

  it.each([
    [opening, true],
    ['stop=2027Q3&severity=0.9&growth=0.75', false],
    [`${opening}&runway=8`, false],
    [`${opening}&compute=0.5`, true],
    [`${opening}&compute=0`, true],
  ])('%s: does a lab fail? %s', (query, failed) => expect(fails(query)).toBe(failed));
});

describe('the words at the ends of the lines', () => {
  const years = yearsOf(cast);

  it('are of quarters that the table has', () => {
    for (const world of worlds) {
      const books = booksOf(runOf(world));
      const quarters = fuseQuarters(books, years, cast);
      expect(quarters).toEqual([...new Set(quarters)].sort((a, b) => a - b));
      expect(quarters).toContain(cast.quarters - 1);
      for (const { revenue } of books) expect(quarters).toContain(revenue.length - 1);
      for (const { t, length } of years) if (length === 4) expect(quarters).toContain(t);
    }
  });

  it('say what is not bought only where there is some', () => {
    const [books] = booksOf(plan);
    const last = books.without.length - 1;
    for (const [missing, names] of [
      [0, ['all costs', 'compute', 'revenue']],
      [22, ['not bought', 'all costs', 'compute', 'revenue']],
    ] as const) {
      const labels = fuseLabels({ ...books, without: books.without.with(last, missing) }, 500);
      expect(labels.map(({ name }) => name)).toEqual(names);
      for (const { level } of labels) expect(level).toBeGreaterThanOrEqual(0);
      // What is not bought ends above all costs; each other line where its amount is.
      for (const { name, value, at } of labels) {
        expect(at).toBeCloseTo((name === 'not bought' ? books.spent[last] + missing : value) / 500, 12);
      }
    }
  });
});
