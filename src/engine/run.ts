import type { Levers } from './levers';
import type { Network } from './network';

/**
 * What the engine reports per quarter and firm, as it stands after step 9 of the quarter (status: after step 10).
 * Each is a Float64Array of quarters x firms, read at `t * firms + i`. Billions of dollars a quarter, or stocks.
 */
export const firmSeries = [
  /** Cash at the end of the quarter, before failure writes anything off. */
  'cash',
  /** Debt after this quarter's borrowing and repayment. */
  'debt',
  /** Own revenue from outside the network, after substitution. */
  'own',
  /** All that came from firms for services and goods, with what relet capacity brought. */
  'received',
  /** Dues of the quarter on the contracts it pays, firm and flexible. */
  'bill',
  /** Paid for compute beyond the contracts. */
  'spot',
  /** Costs of step 5: own business, fixed, service, idle capacity. */
  'costs',
  /** Capital spending paid: the locked part as far as it cleared, and the free part bought. */
  'capex',
  /** What the quarter would take out of its cash before any raise or loan (step 5). */
  'burn',
  /** Equity raised, from investors and vendors. */
  'equity',
  /** Equity given to labs. */
  'invested',
  'borrowed',
  /** Returned to shareholders. */
  'returned',
  /** What was legally due and not paid, and senior bills left unpaid. */
  'short',
  /** Share of the wanted compute it could not buy, 0..1. */
  'starved',
  /** Contract capacity freed by a failed payer and still without use, as this quarter opened. */
  'idle',
  /** 0 sound, 1 restructured, 2 failed; after step 10. */
  'status',
  /** What freed capacity earns from new tenants. */
  'relet',
  'interest',
  /** Debt that came due and was repaid. */
  'maturing',
  /** Orders on its sales (what it must buy to deliver), due in full. */
  'input',
  /** Dues owed to it on contracts this quarter. */
  'booked',
  /** Equity from investors, the part of `equity` that came from outside. */
  'investors',
  /** Equity asked for (0 for a firm that is not a sound lab). */
  'ask',
  /** New borrowing wanted but not granted: max(0, gap - borrowed), 0 for a failed firm. */
  'unlent',
  /** Legally due in the clearing (the total obligations, Lbar). */
  'owed',
  /** The clearing payment p. */
  'cleared',
  /** Capital spending paid to suppliers outside the network. */
  'outside',
  /** Destroyed by default (friction). */
  'destroyed',
  /** 1 if it worries its suppliers next quarter. */
  'alarmed',
] as const;
export type FirmSeries = (typeof firmSeries)[number];

/** Per quarter. `mood` after step 11; `supply` is the money on offer; `lost` the rest of terms of contracts ended; `arrears` the stock after clearing. */
export const quarterSeries = ['climate', 'mood', 'supply', 'lost', 'cut', 'arrears', 'audit'] as const;
export type QuarterSeries = (typeof quarterSeries)[number];

/**
 * Per quarter and contract, read at `t * contracts + c`. `due`: this quarter's instalment (0 once terminated). `paid`: cleared and flexible
 * payments together. `cut`: flexible dues not taken within the term. `arrears`: stock after clearing. `lost`: on termination, the
 * rest of the term and the arrears not recovered. `recovered`: arrears recovered on termination, paid from outside.
 */
export const contractSeries = ['due', 'paid', 'cut', 'arrears', 'lost', 'recovered'] as const;
export type ContractSeries = (typeof contractSeries)[number];

/** Per quarter and supply link, read at `t * links + s`. */
export const supplySeries = ['ordered', 'paid'] as const;
export type SupplySeries = (typeof supplySeries)[number];

/** Per quarter and vendor link, read at `t * links + v`: equity given. */
export const vendorSeries = ['given'] as const;
export type VendorSeries = (typeof vendorSeries)[number];

/**
 * Per firm, over the whole run. `badDebt`: arrears not recovered on contracts owed to it. `stakesLost`: opening stake and equity given since, in labs that failed.
 * `stranded`: intensity * 4 * max(0, idle - relet) as the run ends (after step 11 of the last quarter). `operatingCash`: 4 * (operating - bill) of quarter 0, so that losses
 * compare across sizes.
 */
export const lossSeries = ['badDebt', 'stakesLost', 'stranded', 'operatingCash'] as const;
export type LossSeries = (typeof lossSeries)[number];

export const statuses = ['sound', 'restructured', 'failed'] as const;
export type Status = (typeof statuses)[number];

/** The kinds of event. Within a quarter the log has first all misses by firm, then all that failed or were restructured by firm, then the contracts that ended, by payer and contract. */
export const eventKinds = ['missed', 'failed', 'restructured', 'terminated'] as const;
export type EventKind = (typeof eventKinds)[number];

/**
 * What led to an event. All amounts in billions, listed only above 1e-9.
 *
 * Of a `missed` event of firm i in quarter t, in this order:
 * - `again`: it missed the quarter before too; `event` is that one, `amount` its short.
 * - `unpaid`: by contract in file order, what a payer (`from`) left unpaid of what was legally due to i in this clearing; `event`: the payer's own missed event of this quarter, if any.
 * - `unsold`: by supply link in file order, what a buyer (`from`) left unpaid of its legal order from i; `event` as for unpaid.
 * - `ended`: by contract, the instalment due_c(t) that a contract ended in an earlier quarter would have brought; `from` the payer, `event` its `terminated` event.
 * - `cut`: by contract, flexible dues a payer (`from`) did not take in quarter t - 1.
 * - `unfunded`: equity asked for and not raised (`ask - equity`).
 * - `unlent`: borrowing wanted and not granted. Also of a firm that can have no credit, where it is no cause of its own: see `explainedEvents`.
 *
 * Of `failed` and `restructured`: kind `missed`, one per missed event of this row, oldest first (`from` the firm, `amount` its short).
 * Of `terminated`: kind `failed`: the payer's `failed` or `restructured` event (`from` the payer, `amount` its short).
 */
export const causeKinds = [
  'again',
  'unpaid',
  'unsold',
  'ended',
  'cut',
  'unfunded',
  'unlent',
  'missed',
  'failed',
] as const;
export type CauseKind = (typeof causeKinds)[number];

export interface Cause {
  readonly kind: CauseKind;
  /** Index of the firm it comes from; undefined if it comes from outside the network. */
  readonly from?: number;
  readonly amount: number;
  /** Index of the event behind it in the log of the run. */
  readonly event?: number;
}

export interface Event {
  /** Quarter. */
  readonly t: number;
  readonly kind: EventKind;
  /** Index of the firm it happens to; for `terminated` the payee. */
  readonly firm: number;
  /** `terminated`: index of the payer. */
  readonly by?: number;
  /** `terminated`: index of the contract. */
  readonly contract?: number;
  /** `missed`, `failed`, `restructured`: the firm's short of the quarter. `terminated`: what is lost. */
  readonly amount: number;
  readonly causes: readonly Cause[];
}

/** One run of the model: views of the engine's memory, valid until that engine runs again, and a log that is decoded when asked for. */
export interface Run {
  readonly network: Network;
  readonly levers: Levers;
  readonly firm: Readonly<Record<FirmSeries, Float64Array>>;
  readonly quarter: Readonly<Record<QuarterSeries, Float64Array>>;
  readonly contract: Readonly<Record<ContractSeries, Float64Array>>;
  readonly supply: Readonly<Record<SupplySeries, Float64Array>>;
  readonly vendor: Readonly<Record<VendorSeries, Float64Array>>;
  readonly losses: Readonly<Record<LossSeries, Float64Array>>;
  readonly events: readonly Event[];
}
