import {
  type CauseKind,
  type EventKind,
  firmSeries,
  type LeverId,
  quarterSeries,
  type Run,
  type Status,
  statuses,
} from '../engine';
import { mapLevers } from './dials';
import { seriesUnits } from './export-units';
import type { NetworkFile } from './network-schema';
import { quarterLabel } from './quarters';
import { allDebtStruckOut, type Step10Series, step10Of, step10Series } from './step-ten';

/**
 * A run as plain data for others: an object for JSON, and a table for CSV. Copies everything out of the engine's memory, at full
 * precision. Billions of dollars a quarter, or stocks; series mean what they mean in engine/run.ts, and two more are of step 10 (step-ten.ts).
 *
 * Units: JSON has a field of them. The table for programs (the command's) has the bare names of the series, as JSON and the engine have them. The table for spreadsheets (the
 * page's) puts the unit behind each name, "cash (USD bn)": a second row of heads would be read as a first row of numbers. A comment line would be too, so the link to the run is a
 * last column, filled in its first row alone.
 */
export interface ExportedRun {
  /** Where the run can be seen and changed. */
  readonly link?: string;
  readonly network: {
    readonly id: string;
    readonly title: string;
    readonly start: string;
    readonly quarters: number;
    readonly currency: string;
    readonly asOf: string;
    readonly firms: readonly string[];
  };
  /** All dials. */
  readonly levers: Readonly<Record<LeverId, number>>;
  /** Of the series in `quarters`, by name. Amounts of events, contracts and totals are billions of dollars. */
  readonly units: typeof seriesUnits;
  readonly quarters: readonly ExportedQuarter[];
  readonly events: readonly ExportedEvent[];
  readonly contracts: readonly ExportedContract[];
  readonly totals: Totals;
}

/** One quarter: t, its label, the series of the quarter, and each firm. */
export type ExportedQuarter = Readonly<Record<(typeof quarterSeries)[number], number>> & {
  readonly t: number;
  readonly label: string;
  readonly firms: readonly ExportedFirm[];
};

export type ExportedFirm = Readonly<Record<Exclude<(typeof firmSeries)[number], 'status'> | Step10Series, number>> & {
  readonly id: string;
  readonly status: Status;
};

export interface ExportedEvent {
  readonly t: number;
  readonly label: string;
  readonly kind: EventKind;
  /** The firm it happens to; for `terminated` the payee. */
  readonly firm: string;
  /** `terminated`: the payer, and the index of the contract in `contracts`. */
  readonly by?: string;
  readonly contract?: number;
  readonly amount: number;
  readonly causes: readonly {
    readonly kind: CauseKind;
    /** The firm it comes from, if it comes from one of the network. */
    readonly firm?: string;
    readonly amount: number;
    /** Index of the event behind it in `events`. */
    readonly event?: number;
  }[];
}

export interface ExportedContract {
  readonly payer: string;
  readonly payee: string;
  /** Promised at the opening. */
  readonly total: number;
  /** Paid over the run, firm and flexible. */
  readonly paid: number;
  /** Flexible instalments not taken within the term. */
  readonly cut: number;
  /** If it was ended: the rest of its term and the arrears not recovered. */
  readonly lost: number;
  /** Arrears recovered when it was ended, paid from outside; not in `paid`. */
  readonly recovered: number;
}

/** Sums over the whole run. */
export interface Totals {
  /** The opening backlog: what all contracts promise. */
  readonly promised: number;
  /** Of the contracts: what was paid on them, within the term and after it. */
  readonly paid: number;
  /** Of the contracts: flexible instalments not taken. */
  readonly cut: number;
  /** Of the contracts: the rest of terms that ended early, and bad debt. */
  readonly lost: number;
  /** The part of `lost` that was due and never came: arrears not recovered. */
  readonly badDebt: number;
  /** Equity raised by labs, from investors and vendors. */
  readonly equity: number;
  /** The part of `equity` that investors gave. */
  readonly investors: number;
  /** The part of `equity` that firms of the network gave. */
  readonly invested: number;
  readonly borrowed: number;
  /** Debt of firms that failed or were restructured, struck out: what their lenders lost. */
  readonly debtStruckOut: number;
  readonly capex: number;
  /** Stakes held in labs that failed: at the opening, and given since. */
  readonly stakesLost: number;
  /** Value of capacity that stands idle as the run ends. */
  readonly stranded: number;
  /** How many labs failed, and how many other firms were restructured. */
  readonly failed: number;
  readonly restructured: number;
  /** The first failure or restructuring: its quarter and firm; null if there is none. */
  readonly firstFailure: { readonly t: number; readonly label: string; readonly firm: string } | null;
  /** The largest gap of any quarter between the change in all cash and what crossed the border: 0 but for rounding. */
  readonly audit: number;
}

/** A run as an object for JSON. */
export function exportRun(run: Run, file: NetworkFile, link?: string): ExportedRun {
  const { id, title, start, quarters, currency, asOf } = file;
  const ids = file.firms.map((firm) => firm.id);
  return {
    ...(link !== undefined && { link }),
    network: { id, title, start, quarters, currency, asOf, firms: ids },
    levers: mapLevers((lever) => run.levers[lever]),
    units: seriesUnits,
    quarters: Array.from({ length: quarters }, (_, t) => exportQuarter(run, t, start, ids)),
    events: exportEvents(run, start, ids),
    contracts: exportContracts(run),
    totals: totalsOf(run, start, ids),
  };
}

function exportQuarter(run: Run, t: number, start: string, ids: readonly string[]): ExportedQuarter {
  const firms = ids.map((id, i) => {
    const at = t * ids.length + i;
    const series = pick(firmSeries, (name) => run.firm[name][at] ?? 0);
    return { id, ...series, ...step10Of(run, i, t), status: statusAt(run, at) };
  });
  return { t, label: quarterLabel(t, start), ...pick(quarterSeries, (name) => run.quarter[name][t] ?? 0), firms };
}

function exportEvents(run: Run, start: string, ids: readonly string[]): ExportedEvent[] {
  const name = (firm: number) => ids[firm] ?? '';
  return run.events.map(({ t, kind, firm, by, contract, amount, causes }) => ({
    t,
    label: quarterLabel(t, start),
    kind,
    firm: name(firm),
    ...(by !== undefined && { by: name(by) }),
    ...(contract !== undefined && { contract }),
    amount,
    causes: causes.map((cause) => ({
      kind: cause.kind,
      ...(cause.from !== undefined && { firm: name(cause.from) }),
      amount: cause.amount,
      ...(cause.event !== undefined && { event: cause.event }),
    })),
  }));
}

function exportContracts({ network, contract }: Run): ExportedContract[] {
  const count = network.contracts.length;
  const over = (series: Float64Array, c: number) => sum(series.filter((_, at) => at % count === c));
  return network.contracts.map(({ payer, payee, total }, c) => ({
    payer,
    payee,
    total,
    paid: over(contract.paid, c),
    cut: over(contract.cut, c),
    lost: over(contract.lost, c),
    recovered: over(contract.recovered, c),
  }));
}

function totalsOf(run: Run, start: string, ids: readonly string[]): Totals {
  const { network, firm, contract, losses, quarter, events } = run;
  const first = events.find(({ kind }) => kind === 'failed' || kind === 'restructured');
  return {
    promised: network.contracts.reduce((all, { total }) => all + total, 0),
    paid: sum(contract.paid),
    cut: sum(contract.cut),
    lost: sum(contract.lost),
    badDebt: sum(losses.badDebt),
    equity: sum(firm.equity),
    investors: sum(firm.investors),
    invested: sum(firm.invested),
    borrowed: sum(firm.borrowed),
    debtStruckOut: allDebtStruckOut(run),
    capex: sum(firm.capex),
    stakesLost: sum(losses.stakesLost),
    stranded: sum(losses.stranded),
    failed: events.filter(({ kind }) => kind === 'failed').length,
    restructured: events.filter(({ kind }) => kind === 'restructured').length,
    firstFailure: first ? { t: first.t, label: quarterLabel(first.t, start), firm: ids[first.firm] ?? '' } : null,
    audit: quarter.audit.reduce((most, x) => Math.max(most, Math.abs(x)), 0),
  };
}

/**
 * A run as a table: one row for each quarter and firm, with the series of the quarter repeated in front. Lines end in "\n".
 *
 * @param link for a spreadsheet: units in the heads, and this link in a column of its own.
 */
export function runToCsv(run: Run, file: NetworkFile, link?: string): string {
  const ids = file.firms.map(({ id }) => id);
  const named = (name: keyof typeof seriesUnits) => (link === undefined ? name : `${name} (${seriesUnits[name]})`);
  const heads = [
    't',
    'label',
    ...quarterSeries.map(named),
    'firm',
    ...firmSeries.map(named),
    ...step10Series.map(named),
  ];
  const rows: (string | number)[][] = [[...heads.map(cell), ...(link === undefined ? [] : ['link'])]];
  for (let t = 0; t < file.quarters; t++) {
    const front = [t, quarterLabel(t, file.start), ...quarterSeries.map((name) => run.quarter[name][t] ?? 0)];
    ids.forEach((id, i) => {
      const at = t * ids.length + i;
      const cells = firmSeries.map((name) => (name === 'status' ? statusAt(run, at) : (run.firm[name][at] ?? 0)));
      const step10 = step10Of(run, i, t);
      const last = link === undefined ? [] : [rows.length === 1 ? cell(link) : ''];
      rows.push([...front, id, ...cells, ...step10Series.map((name) => step10[name]), ...last]);
    });
  }
  // The rest needs no quotes: ids are small letters, digits and hyphens, the others are numbers and words of our own.
  return rows.map((row) => `${row.join(',')}\n`).join('');
}

/** In quotes where a comma would be read as the end of it. */
function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function statusAt(run: Run, at: number): Status {
  return statuses[run.firm.status[at] ?? 0] ?? 'sound';
}

function pick<K extends string>(names: readonly K[], value: (name: K) => number): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, number>;
}

function sum(series: Float64Array): number {
  return series.reduce((all, x) => all + x, 0);
}
