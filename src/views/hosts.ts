import type { Run } from '../engine';
import type { Cast } from '../world/session.svelte';

/** A firm that builds, and what hangs on the labs for it. Money in billions, over the whole run unless it says otherwise. */
export interface Host {
  readonly firm: number;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** What its operations bring in cash a year as the run opens, what labs pay it by then among it, after its bills to other firms. */
  readonly earns: number;
  /** What it is owed on contracts as the run opens, and by whom (indices). */
  readonly owed: number;
  readonly debtors: readonly number[];
  /** Shares in labs at what they cost: held at the opening, and bought in this run. */
  readonly shares: number;
  /** Promises gone: of `owed`, what ended with its payer, and what a payer that lives declined. */
  readonly ended: number;
  readonly declined: number;
  /** Money to be written off. Of `shares`: in labs that failed. */
  readonly worthless: number;
  /** What its machines cost that stand idle, without a tenant, as the run ends. */
  readonly idle: number;
  /** Bills that were sent and never paid. They are a part of `ended` too. */
  readonly unpaid: number;
  /** The share of all it takes in that labs pay on contracts, 0..1. */
  readonly dependence: number;
}

/** Who builds for the labs or beside them: firms that are no lab, and are owed on contracts or order out of their capital spending. In the order of the network. */
export function hostsOf(run: Run, cast: Cast): Host[] {
  const { firms, contracts, supply } = run.network;
  const owedTo = new Set(contracts.map(({ payee }) => payee));
  const builders = new Set(supply.flatMap(({ buyer, of }) => (of === 'capex' ? [buyer] : [])));
  return firms.flatMap(({ id, lab }, firm) =>
    !lab && (owedTo.has(id) || builders.has(id)) ? [hostOf(run, cast, firm)] : [],
  );
}

function hostOf({ network, firm: series, contract, vendor, losses }: Run, cast: Cast, firm: number): Host {
  const { firms, contracts, vendors, quarters } = network;
  const { id, name, role } = cast.firms[firm];
  const mine = contracts.flatMap(({ payee }, c) => (payee === id ? [c] : []));
  const payers = new Set(mine.map((c) => contracts[c].payer));
  let [ended, declined, given, rent, income] = [0, 0, 0, 0, 0];
  for (let t = 0; t < quarters; t++) {
    for (const c of mine) {
      const at = t * contracts.length + c;
      ended += contract.lost[at];
      declined += contract.cut[at];
      rent += contract.paid[at];
    }
    income += series.own[t * firms.length + firm] + series.received[t * firms.length + firm];
    vendors.forEach((link, v) => {
      if (link.vendor === id) given += vendor.given[t * vendors.length + v];
    });
  }
  const held = Object.values(firms[firm].openingStakes).reduce((sum, stake) => sum + stake, 0);
  return {
    firm,
    id,
    name,
    role,
    earns: losses.operatingCash[firm],
    owed: mine.reduce((sum, c) => sum + contracts[c].total, 0),
    debtors: firms.flatMap((other, i) => (payers.has(other.id) ? [i] : [])),
    shares: held + given,
    ended,
    declined,
    worthless: losses.stakesLost[firm],
    idle: losses.stranded[firm],
    unpaid: losses.badDebt[firm],
    dependence: income > 0 ? rent / income : 0,
  };
}

/** All that a host has with the labs: what they owe it, and its shares in them. */
export function atStake({ owed, shares }: Pick<Host, 'owed' | 'shares'>): number {
  return owed + shares;
}

/** The promises to a host that will not be kept. */
export function goneOf({ ended, declined }: Pick<Host, 'ended' | 'declined'>): number {
  return ended + declined;
}

/** The money a host writes off by the failure of others. */
export function writtenOff({ idle, worthless, unpaid }: Pick<Host, 'idle' | 'worthless' | 'unpaid'>): number {
  return idle + worthless + unpaid;
}

/** A part or the whole of an exposure in years of what the host earns; undefined for one that earns nothing. */
export function yearsOf({ earns }: Pick<Host, 'earns'>, amount: number): number | undefined {
  return earns > 0 ? amount / earns : undefined;
}

/** Where the shapes of one host's two bars end, 0..1 of the scale that all hosts share. */
export interface HostBars {
  readonly earns: number;
  /** One after the other: promises that hold, shares that hold, what does not of both. */
  readonly owed: number;
  readonly shares: number;
  readonly gone: number;
  /** Where each further year of its earnings would end, within the second bar. */
  readonly years: readonly number[];
}

/** More notches than this would be a grey bar. */
const mostNotches = 40;

export function barsOf(hosts: readonly Host[]): HostBars[] {
  const top = Math.max(1e-9, ...hosts.map((host) => Math.max(host.earns, atStake(host))));
  return hosts.map((host) => {
    const { earns, owed, worthless } = host;
    const gone = goneOf(host);
    const whole = atStake(host);
    const years = earns > 0 ? Math.ceil(whole / earns) - 1 : 0;
    return {
      earns: Math.max(0, earns) / top,
      owed: (owed - gone) / top,
      shares: (whole - gone - worthless) / top,
      gone: whole / top,
      years: years > mostNotches ? [] : Array.from({ length: Math.max(0, years) }, (_, y) => ((y + 1) * earns) / top),
    };
  });
}
