/**
 * The tables of the lanes: what each world is given, what it carries from quarter to quarter, what a quarter's steps hand on, and what can be kept.
 * They mirror those of an ordinary run (`given.ts`, `circumstances.ts`, `state.ts`, `work.ts`, `results.ts`), with a row where that has a number.
 * The network itself is the ordinary one, the same in every lane.
 */
import { reals, wholes } from '../arena';
import { LEVER_COUNT } from '../given';
import { contracts, firms, longestTerm, quarters, supplyLinks, vendorLinks } from '../sizes';
import { LANES, rows } from './simd';

const NONE = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

// Given. Rows of levers, quarters x firms, quarters, firms, quarters x firms.
export let levers = NONE;
export let growthShock = NONE;
export let ventureFactor = NONE;
export let forcedAt = NONE;
export let cheque = NONE;

// State, by firm; `live`, `sound`, `restructured`, `worrying` and, by contract, `active` are masks.
export let cash = NONE;
export let debt = NONE;
export let revenue = NONE;
export let gained = NONE;
export let need = NONE;
export let freed = NONE;
export let idle = NONE;
export let relet = NONE;
export let built = NONE;
export let misses = NONE;
export let live = NONE;
export let sound = NONE;
export let restructured = NONE;
export let worrying = NONE;
export let arrears = NONE;
export let active = NONE;
export let stakeSince = NONE;
/** One row. */
export let mood = NONE;

// Instalments: (1 + ramp)^(k/4), their sums, and by contract the total over its sum.
export let weight = NONE;
export let weightSum = NONE;
export let perWeight = NONE;

// Work, by firm, contract and supply link.
export let sold = NONE;
export let capex = NONE;
export let bought = NONE;
export let spotWish = NONE;
export let operating = NONE;
export let means = NONE;
export let ratio = NONE;
export let inflow = NONE;
export let take = NONE;
export let late = NONE;
export let inDefault = NONE;
export let firmDue = NONE;
export let flexDue = NONE;
export let legalDue = NONE;
export let legalOrder = NONE;
/** One row: a dial or a due that each lane looks up for itself. */
export let scratch = NONE;

// Results of the quarter at hand.
export let cashAt = NONE;
export let debtAt = NONE;
export let own = NONE;
export let received = NONE;
export let bill = NONE;
export let spot = NONE;
export let costs = NONE;
export let capexPaid = NONE;
export let burn = NONE;
export let equity = NONE;
export let invested = NONE;
export let borrowed = NONE;
export let returned = NONE;
export let short = NONE;
export let starved = NONE;
export let idleAt = NONE;
export let statusAt = NONE;
export let reletAt = NONE;
export let interest = NONE;
export let maturing = NONE;
export let input = NONE;
export let booked = NONE;
export let investors = NONE;
export let ask = NONE;
export let unlent = NONE;
export let owed = NONE;
export let cleared = NONE;
export let outside = NONE;
export let destroyed = NONE;
export let alarmed = NONE;
export let climateAt = NONE;
export let moodAt = NONE;
export let onOffer = NONE;
export let lostAt = NONE;
export let cutAt = NONE;
export let arrearsAt = NONE;
export let due = NONE;
export let contractPaid = NONE;
export let contractCut = NONE;
export let contractArrears = NONE;
export let contractLost = NONE;
export let contractRecovered = NONE;
export let ordered = NONE;
export let orderPaid = NONE;
export let given = NONE;

// Over the run: by firm, and one row each of what was lost and what was cut.
export let fellAt = NONE;
export let badDebt = NONE;
export let stakesLost = NONE;
export let stranded = NONE;
export let operatingCash = NONE;
export let lost = NONE;
export let cut = NONE;

/** Per result of a quarter: 1 if it is to be kept. And what is kept: result by result, each quarters x columns rows. */
export let keeps = NO_WHOLES;
export let kept = NONE;

/** How many results of a quarter can be kept. */
export const RESULTS: i32 = 45;
/** The results, in the order of the directory, and their columns. */
export let results = new StaticArray<usize>(RESULTS);
export let columns = new StaticArray<i32>(RESULTS);
let next: i32 = 0;

/** A table of rows that the outside reads or writes. */
function shared(count: i32): StaticArray<f64> {
  return reals(count * LANES);
}

/** The rows of one result of a quarter. */
function result(count: i32): StaticArray<f64> {
  const table = shared(count);
  results[next] = changetype<usize>(table);
  columns[next] = count;
  next++;
  return table;
}

/** Lays out the tables. The order of those that are shared is the order of the directory; `src/engine/batch/lanes.ts` reads it. */
export function allocateLanes(): void {
  allocateLaneGiven();
  allocateLaneState();
  allocateLaneWork();
  allocateLaneResults();
  fellAt = shared(firms);
  badDebt = shared(firms);
  stakesLost = shared(firms);
  stranded = shared(firms);
  operatingCash = shared(firms);
  lost = shared(1);
  cut = shared(1);
  keeps = wholes(RESULTS);
  let all = 0;
  for (let k = 0; k < RESULTS; k++) all += columns[k];
  kept = shared(quarters * all);
}

function allocateLaneGiven(): void {
  levers = shared(LEVER_COUNT);
  growthShock = shared(quarters * firms);
  ventureFactor = shared(quarters);
  forcedAt = shared(firms);
  cheque = shared(quarters * firms);
}

function allocateLaneState(): void {
  cash = rows(firms);
  debt = rows(firms);
  revenue = rows(firms);
  gained = rows(firms);
  need = rows(firms);
  freed = rows(firms);
  idle = rows(firms);
  relet = rows(firms);
  built = rows(firms);
  misses = rows(firms);
  live = rows(firms);
  sound = rows(firms);
  restructured = rows(firms);
  worrying = rows(firms);
  arrears = rows(contracts);
  active = rows(contracts);
  stakeSince = rows(vendorLinks);
  mood = rows(1);
  weight = rows(longestTerm);
  weightSum = rows(longestTerm + 1);
  perWeight = rows(contracts);
}

function allocateLaneWork(): void {
  sold = rows(firms);
  capex = rows(firms);
  bought = rows(firms);
  spotWish = rows(firms);
  operating = rows(firms);
  means = rows(firms);
  ratio = rows(firms);
  inflow = rows(firms);
  take = rows(firms);
  late = rows(firms);
  inDefault = rows(firms);
  firmDue = rows(contracts);
  flexDue = rows(contracts);
  legalDue = rows(contracts);
  legalOrder = rows(supplyLinks);
  scratch = rows(1);
}

function allocateLaneResults(): void {
  cashAt = result(firms);
  debtAt = result(firms);
  own = result(firms);
  received = result(firms);
  bill = result(firms);
  spot = result(firms);
  costs = result(firms);
  capexPaid = result(firms);
  burn = result(firms);
  equity = result(firms);
  invested = result(firms);
  borrowed = result(firms);
  returned = result(firms);
  short = result(firms);
  starved = result(firms);
  idleAt = result(firms);
  statusAt = result(firms);
  reletAt = result(firms);
  interest = result(firms);
  maturing = result(firms);
  input = result(firms);
  booked = result(firms);
  investors = result(firms);
  ask = result(firms);
  unlent = result(firms);
  owed = result(firms);
  cleared = result(firms);
  outside = result(firms);
  destroyed = result(firms);
  alarmed = result(firms);

  climateAt = result(1);
  moodAt = result(1);
  onOffer = result(1);
  lostAt = result(1);
  cutAt = result(1);
  arrearsAt = result(1);

  due = result(contracts);
  contractPaid = result(contracts);
  contractCut = result(contracts);
  contractArrears = result(contracts);
  contractLost = result(contracts);
  contractRecovered = result(contracts);

  ordered = result(supplyLinks);
  orderPaid = result(supplyLinks);
  given = result(vendorLinks);
}
