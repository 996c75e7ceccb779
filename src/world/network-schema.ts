import * as v from 'valibot';
import { between, but, identifier, matching, whole, words } from './checks';
import { isQuarterLabel, never } from './quarters';

/**
 * The shape of a network file (content/network-*.json): what each field is and within which bounds it makes sense alone. What
 * fields demand of each other is in network-rules.ts. Each value says its basis; what a value means is in the engine's Network.
 */

/** A value with its basis (basis.ts). */
function sourced<S extends v.GenericSchema>(value: S) {
  return v.strictObject({ value, basis: words });
}

/** Upper bounds are far beyond any sense and keep a run finite: a quadrillion dollars, a tenfold year. */
const money = sourced(between(0, 1e6));
const share = between(0, 1);
const growth = sourced(between(-1, 10));
const factor = sourced(between(0, 1000));
/** A length of time that halves something: 0 would divide by it. */
const fade = sourced(
  v.pipe(
    between(0, 1e4),
    v.check((x) => x > 0, but('must be above 0')),
  ),
);

const firm = v.strictObject({
  id: identifier,
  name: words,
  /** What kind of firm it is, for drawing: "lab", "cloud". The engine looks at `lab` alone. */
  role: identifier,
  lab: v.boolean(),
  cash: money,
  debt: money,
  revenue: money,
  growth,
  growthLong: growth,
  growthFade: fade,
  costShare: factor,
  costShareLong: factor,
  fixedCost: money,
  serviceCost: factor,
  idleCost: factor,
  compute: money,
  computeGrowth: growth,
  computeGrowthLong: growth,
  computeFade: fade,
  capex: money,
  capexGrowth: growth,
  capexGrowthLong: growth,
  capexFade: fade,
  herding: sourced(share),
  intensity: factor,
  leverage: factor,
  rate: factor,
  /** Below one quarter more debt would come due than there is. */
  maturity: sourced(between(1, 1e4)),
  minCash: money,
  payout: sourced(share),
  ventureShare: sourced(share),
  openingStakes: sourced(
    v.pipe(
      v.unknown(),
      // To a record, a list is an object too.
      v.check((stakes) => !Array.isArray(stakes), but('must be an object')),
      v.record(v.string(), between(0, 1e6)),
    ),
  ),
});

const contract = v.strictObject({
  payer: identifier,
  payee: identifier,
  total: between(0, 1e6),
  start: whole(0, 1000),
  length: whole(1, 1000),
  basis: words,
});

const supplyLink = v.strictObject({
  buyer: identifier,
  supplier: identifier,
  share,
  of: v.picklist(['capex', 'sales'], but('must be "capex" or "sales"')),
  basis: words,
});

export const networkSchema = v.strictObject({
  id: identifier,
  title: words,
  start: v.pipe(v.string(), v.check(isQuarterLabel, but('must be a quarter such as 2026Q3'))),
  quarters: whole(1, never),
  currency: v.literal('USD bn', but('must be "USD bn"')),
  asOf: matching(/^\d{4}(-\d{2}){0,2}$/, 'a date such as 2026-06-30'),
  note: v.optional(words),
  venture: v.strictObject({ annual: money, growth }),
  firms: v.pipe(v.array(firm), v.minLength(1, 'must hold at least one firm')),
  contracts: v.array(contract),
  supply: v.array(supplyLink),
  vendors: v.array(v.strictObject({ lab: identifier, vendor: identifier, weight: share, basis: words })),
  rivals: v.array(v.strictObject({ lab: identifier, to: identifier, weight: share, basis: words })),
  substitution: v.array(v.strictObject({ from: identifier, to: identifier, weight: between(0, 1000), basis: words })),
});

/** A network file that has the right shape. */
export type NetworkFile = Readonly<v.InferOutput<typeof networkSchema>>;
export type FirmInFile = NetworkFile['firms'][number];

/** Names of a firm's fields that are a value with a basis. */
export type SourcedField = Exclude<keyof FirmInFile, 'id' | 'name' | 'role' | 'lab'>;
