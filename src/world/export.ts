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
import { type ContractOutcome, contractOutcomes, outcomeOfAll } from './contract-outcomes';
import { mapLevers } from './dials';
import { type DialEntry, dialDictionary, exportNotes, type SeriesEntry, seriesDictionary } from './export-words';
import type { NetworkFile } from './network-schema';
import { quarterLabel } from './quarters';
import type { SeriesId } from './see';
import { allDebtStruckOut, type Step10Series, step10Of } from './step-ten';

/**
 * A run as plain data for others: an object for JSON; as a table it is in export-table.ts. Copies everything out of the engine's memory, at full precision. Billions of dollars a quarter, or
 * stocks; series mean what they mean in engine/run.ts, and two more are of step 10 (step-ten.ts). What each number is stands in the object itself.
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
  /** What must be known to add contracts and totals up. */
  readonly notes: readonly string[];
  /** All dials, as the engine has them, and as the page says them. */
  readonly levers: Readonly<Record<LeverId, number>>;
  readonly dials: Readonly<Record<LeverId, DialEntry>>;
  /** Of the series in `quarters`, by name. Amounts of events, contracts and totals are billions of dollars. */
  readonly series: Readonly<Record<SeriesId, SeriesEntry>>;
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

/** What became of one contract. Its total is paid, cut, lost, recovered or later; `beyond` is beside it. */
export interface ExportedContract extends Omit<ContractOutcome, 'promised'> {
  readonly payer: string;
  readonly payee: string;
  /** Promised at the opening. */
  readonly total: number;
}

/** Sums over the whole run; first those of all contracts. */
export interface Totals extends ContractOutcome {
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
    notes: exportNotes,
    levers: mapLevers((lever) => run.levers[lever]),
    dials: dialDictionary(run.levers, file),
    series: seriesDictionary,
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

function exportContracts(run: Run): ExportedContract[] {
  const outcomes = contractOutcomes(run);
  return run.network.contracts.map(({ payer, payee, total }, c) => {
    const { promised: _, ...became } = outcomes[c];
    return { payer, payee, total, ...became };
  });
}

function totalsOf(run: Run, start: string, ids: readonly string[]): Totals {
  const { firm, losses, quarter, events } = run;
  const first = events.find(({ kind }) => kind === 'failed' || kind === 'restructured');
  return {
    ...outcomeOfAll(run),
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

/** The standing of a firm, in a word. */
export function statusAt(run: Run, at: number): Status {
  return statuses[run.firm.status[at] ?? 0] ?? 'sound';
}

function pick<K extends string>(names: readonly K[], value: (name: K) => number): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, number>;
}

function sum(series: Float64Array): number {
  return series.reduce((all, x) => all + x, 0);
}
