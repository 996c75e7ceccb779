import { followTheDollar, type Run } from '../engine';

/** Where money comes from, as the one who is paid with it sees it, in the order in which it is shown. */
export const sources = ['own', 'vendors', 'investors', 'customers', 'lenders', 'opening'] as const;
export type Source = (typeof sources)[number];

/** What one payer pays a firm over the run, and where that money came from. */
export interface Paid {
  /** Index of the payer; undefined if it stands for several. */
  readonly payer: number | undefined;
  /** Billions. */
  readonly paid: number;
  /** Shares of `paid` by source. They sum to 1, or are all 0 if nothing is paid. */
  readonly from: Readonly<Record<Source, number>>;
  /** As `from.own`, if the payee's own money is handed back before any other, and if after all other. */
  readonly ownMost: number;
  readonly ownLeast: number;
}

/** A firm that labs pay, or that puts money into labs. */
export interface Homecoming {
  readonly firm: number;
  /** One for each contract that is owed to it; for a firm without contracts, one for all its buyers together. */
  readonly payments: readonly Paid[];
  /** The cheques it writes in this run, in billions. */
  readonly given: number;
  /** Who gets them (indices). */
  readonly labs: readonly number[];
  /** The share of them that comes home as revenue; and the most and the least that could be. */
  readonly home: number;
  readonly homeMost: number;
  readonly homeLeast: number;
}

export interface Dollars {
  readonly firms: readonly Homecoming[];
  /** What firms booked from one another for each dollar that came from outside. */
  readonly perOutsideDollar: number;
  /** Of what labs pay on contracts, the share that was raised and not earned: in the first year of the run, and in the last year in which they pay. */
  readonly raisedFirst: number;
  readonly raisedLast: number;
  /** In that last year: the share that customers paid before. What is neither was lent. */
  readonly earnedLast: number;
  /** Of all that labs pay on contracts: the share that is a supplier's cheque, its own or another's. */
  readonly cheques: number;
}

/** Follows the money of a run, and says of every firm in the loop what of it was its own. */
export function dollarsOf(run: Run): Dollars {
  const { firms, contracts, supply, vendors } = run.network;
  const dollar = followTheDollar(run);
  const inLoop = firms.flatMap(({ id, lab }, i) =>
    !lab && (contracts.some(({ payee }) => payee === id) || vendors.some(({ vendor }) => vendor === id)) ? [i] : [],
  );
  const indexOf = (id: string) => firms.findIndex((firm) => firm.id === id);

  function homecoming(firm: number): Homecoming {
    const { id } = firms[firm];
    const owed = contracts.flatMap(({ payee }, c) => (payee === id ? [c] : []));
    const orders = supply.flatMap(({ supplier }, s) => (supplier === id ? [s] : []));
    const read = (kind: 'contract' | 'supply', links: readonly number[], payer?: number) =>
      paidOn(dollar[kind].run, links, payer);
    const payments =
      owed.length > 0
        ? owed.map((c) => read('contract', [c], indexOf(contracts[c].payer)))
        : orders.length > 0
          ? [read('supply', orders)]
          : [];
    const given = sumLinks(
      run.vendor.given,
      vendors.map(({ vendor }) => vendor === id),
    );
    const all = [read('contract', owed), read('supply', orders)];
    const share = (of: (paid: Paid) => number) =>
      given > 0 ? all.reduce((sum, paid) => sum + of(paid) * paid.paid, 0) / given : 0;
    return {
      firm,
      payments,
      given,
      labs: vendors.flatMap(({ vendor, lab }) => (vendor === id ? [indexOf(lab)] : [])),
      home: share(({ from }) => from.own),
      homeMost: share(({ ownMost }) => ownMost),
      homeLeast: share(({ ownLeast }) => ownLeast),
    };
  }

  const all = paidOn(
    dollar.contract.run,
    contracts.map((_, c) => c),
  );
  return {
    firms: inLoop.map(homecoming),
    perOutsideDollar: dollar.total.perOutsideDollar,
    ...raised(dollar.contract.quarter, contracts.length),
    cheques: all.from.own + all.from.vendors,
  };
}

type Origins = ReturnType<typeof followTheDollar>['contract'];

function paidOn(origins: Origins['run'], links: readonly number[], payer?: number): Paid {
  const sum = (name: keyof Origins['run']) => links.reduce((all, link) => all + origins[name][link], 0);
  const amounts = sources.map((source) => [source, sum(source)] as const);
  const paid = amounts.reduce((all, [, part]) => all + part, 0);
  const share = (part: number) => (paid > 0 ? part / paid : 0);
  return {
    payer,
    paid,
    from: Object.fromEntries(amounts.map(([source, part]) => [source, share(part)])) as Record<Source, number>,
    ownMost: share(sum('ownFirst')),
    ownLeast: share(sum('ownLast')),
  };
}

/** The sum over a run of a series by link, over some of the links. */
function sumLinks(series: Float64Array, counts: readonly boolean[]): number {
  return series.reduce((sum, x, at) => (counts[at % counts.length] ? sum + x : sum), 0);
}

const year = 4;

/** Shares of raised money, of what is paid on contracts: cheques, investors' money, and what lay in the bank as the run opened. */
function raised(
  quarter: Origins['quarter'],
  links: number,
): Pick<Dollars, 'raisedFirst' | 'raisedLast' | 'earnedLast'> {
  const quarters = quarter.own.length / Math.max(1, links);
  const sums = Array.from({ length: quarters }, (_, t) => {
    const at = (name: Source) => quarter[name].subarray(t * links, (t + 1) * links).reduce((sum, x) => sum + x, 0);
    return {
      all: sources.reduce((sum, name) => sum + at(name), 0),
      earned: at('customers'),
      raised: at('own') + at('vendors') + at('investors') + at('opening'),
    };
  });
  const paying = sums.filter(({ all }) => all > 0);
  const share = (of: typeof sums, name: 'raised' | 'earned') => {
    const all = of.reduce((sum, q) => sum + q.all, 0);
    return all > 0 ? of.reduce((sum, q) => sum + q[name], 0) / all : 0;
  };
  const last = paying.slice(-year);
  return {
    raisedFirst: share(paying.slice(0, year), 'raised'),
    raisedLast: share(last, 'raised'),
    earnedLast: share(last, 'earned'),
  };
}
