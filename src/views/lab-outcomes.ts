import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { cashOf } from './facts';
import { type Fall, fallsOf } from './fall';
import { worldLetter } from './lab-names';
import { dollars } from './money';
import { type Totals, totals } from './totals';
import { counted, listed } from './words';

/** One line of the table of outcomes: what became of it in each world. */
export interface OutcomeRow {
  readonly key: string;
  readonly name: string;
  /** What the name leaves open. */
  readonly help?: string;
  readonly cells: readonly OutcomeCell[];
  /** Where it is money: how much of it in each world, in billions. */
  readonly amounts?: readonly number[];
}

export interface OutcomeCell {
  readonly text: string;
  /** How it differs from the world that differences are counted from. Undefined in that world itself. */
  readonly difference: string | undefined;
}

/** How the worlds end, line by line; the others against world `from`. Plain objects: nothing here keeps a view of the engine's memory. */
export function outcomeRows(runs: readonly Run[], from: number, cast: Cast): OutcomeRow[] {
  const sums = runs.map(sumsOf);
  const last = cast.quarters - 1;
  const labs = (runs[0]?.network.firms ?? []).flatMap(({ lab }, i) => (lab ? [i] : []));
  const money = ([key, name, help]: Line): OutcomeRow =>
    moneyRow(
      key,
      name,
      help,
      sums.map((sum) => sum[key]),
      from,
    );
  return [
    firstRow(runs, from, cast),
    othersRow(runs, from, cast),
    ...lines.filter(([key]) => key !== 'struckOut' || sums.some((sum) => sum.struckOut > 0)).map(money),
    ...labs.map((i) =>
      moneyRow(
        `cash-${cast.firms[i]?.id}`,
        `Cash of ${cast.firms[i]?.name}`,
        'as the run ends',
        runs.map((run) => cashOf(run, i, last)),
        from,
      ),
    ),
  ];
}

type Sums = Totals & Readonly<Record<'stakesLost' | 'borrowed' | 'capex' | 'stranded', number>>;
type Line = readonly [key: keyof Sums, name: string, help?: string];

const lines: readonly Line[] = [
  ['paid', 'Promises paid'],
  ['cut', 'Promises declined', 'not taken up'],
  ['lost', 'Promises ended', 'with their payer, unpaid'],
  ['badDebt', 'Bills written off', 'of what ended: work already done'],
  ['stakesLost', 'Stakes written off', 'in labs that failed'],
  ['struckOut', 'Debt struck out', 'of firms that fell: their lenders bear it'],
  ['investors', 'Raised from investors'],
  ['suppliers', 'Raised from suppliers'],
  ['borrowed', 'Borrowed'],
  ['capex', 'Capital spending'],
  ['stranded', 'Idle machines', 'what they had cost to buy, as the run ends'],
];

function sumsOf(run: Run): Sums {
  const { firm, losses } = run;
  const [borrowed, capex, stakesLost, stranded] = [firm.borrowed, firm.capex, losses.stakesLost, losses.stranded].map(
    sum,
  );
  return { ...totals(run), borrowed, capex, stakesLost, stranded };
}

function moneyRow(
  key: string,
  name: string,
  help: string | undefined,
  values: readonly number[],
  from: number,
): OutcomeRow {
  const base = values[from] ?? 0;
  const cells = values.map((value, world) => ({
    text: dollars(value),
    difference: world === from ? undefined : moneyDifference(value - base),
  }));
  return { key, name, cells, amounts: values, ...(help !== undefined && { help }) };
}

/** "$12bn more", "$3bn less", "the same". */
function moneyDifference(difference: number): string {
  const text = dollars(Math.abs(difference));
  if (!/[1-9]/.test(text)) return 'the same';
  return `${text} ${difference > 0 ? 'more' : 'less'}`;
}

function firstRow(runs: readonly Run[], from: number, cast: Cast): OutcomeRow {
  const firsts = runs.map((run) => fallsOf(run)[0]);
  const base = firsts[from];
  const cells = firsts.map((fall, world) => ({
    text: fall ? `${verb(fall, cast)} in ${displayQuarter(fall.t, cast.start)}` : 'nobody falls',
    difference: world === from ? undefined : fallDifference(fall, base, `in ${worldLetter(from)}`, cast),
  }));
  return { key: 'first', name: 'First to fall', cells };
}

function fallDifference(fall: Fall | undefined, base: Fall | undefined, there: string, cast: Cast): string {
  if (!fall) return base ? `${there} ${verb(base, cast)}` : 'the same';
  if (!base) return `${there} nobody does`;
  const later = fall.t - base.t;
  const who = fall.firm === base.firm ? '' : 'another firm, ';
  if (later === 0) return who === '' ? 'the same' : `${who}in the same quarter`;
  return `${who}${counted(Math.abs(later), 'quarter')} ${later > 0 ? 'later' : 'earlier'}`;
}

function othersRow(runs: readonly Run[], from: number, cast: Cast): OutcomeRow {
  const others = runs.map((run) => fallsOf(run).slice(1));
  const base = others[from] ?? [];
  const cells = others.map((falls, world) => ({
    text: falls.length === 0 ? 'nobody' : listed(falls.map((fall) => verb(fall, cast))),
    difference: world === from ? undefined : othersDifference(falls, base),
  }));
  return { key: 'others', name: 'Who else falls', cells };
}

/** "two firms more", "one firm fewer", "the same"; "as many, not the same ones". */
function othersDifference(falls: readonly Fall[], base: readonly Fall[]): string {
  const more = falls.length - base.length;
  const isSame = (a: Fall) => base.some((b) => a.firm === b.firm && a.kind === b.kind);
  if (more === 0) return falls.every(isSame) ? 'the same' : 'as many, not the same ones';
  return `${counted(Math.abs(more), 'firm')} ${more > 0 ? 'more' : 'fewer'}`;
}

function verb({ firm, kind }: Fall, cast: Cast): string {
  return `${cast.firms[firm]?.name} ${kind === 'failed' ? 'fails' : 'is restructured'}`;
}

function sum(series: Float64Array): number {
  return series.reduce((all, x) => all + x, 0);
}
