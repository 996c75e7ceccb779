/**
 * What a run leaves behind (content/model.md, section 3). The tables are written where they stand, quarter by quarter: row t of a table begins at
 * t * columns. Each is documented in `src/engine/run.ts`.
 */
import { reals } from './arena';
import { contracts, firms, quarters, supplyLinks, vendorLinks } from './sizes';

const NONE = new StaticArray<f64>(0);

// Per quarter and firm.
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

// Per quarter.
export let climateAt = NONE;
export let moodAt = NONE;
export let onOffer = NONE;
export let lostAt = NONE;
export let cutAt = NONE;
export let arrearsAt = NONE;
export let audit = NONE;

// Per quarter and contract.
export let due = NONE;
export let contractPaid = NONE;
export let contractCut = NONE;
export let contractArrears = NONE;
export let contractLost = NONE;
export let contractRecovered = NONE;

// Per quarter and supply link; per quarter and vendor link.
export let ordered = NONE;
export let orderPaid = NONE;
export let given = NONE;

// Per firm, over the run.
export let badDebt = NONE;
export let stakesLost = NONE;
export let stranded = NONE;
export let operatingCash = NONE;

/** Lays out the tables. Their order is the order of the directory; `src/engine/tables.ts` reads it. */
export function allocateResults(): void {
  const byFirm = quarters * firms;
  cashAt = reals(byFirm);
  debtAt = reals(byFirm);
  own = reals(byFirm);
  received = reals(byFirm);
  bill = reals(byFirm);
  spot = reals(byFirm);
  costs = reals(byFirm);
  capexPaid = reals(byFirm);
  burn = reals(byFirm);
  equity = reals(byFirm);
  invested = reals(byFirm);
  borrowed = reals(byFirm);
  returned = reals(byFirm);
  short = reals(byFirm);
  starved = reals(byFirm);
  idleAt = reals(byFirm);
  statusAt = reals(byFirm);
  reletAt = reals(byFirm);
  interest = reals(byFirm);
  maturing = reals(byFirm);
  input = reals(byFirm);
  booked = reals(byFirm);
  investors = reals(byFirm);
  ask = reals(byFirm);
  unlent = reals(byFirm);
  owed = reals(byFirm);
  cleared = reals(byFirm);
  outside = reals(byFirm);
  destroyed = reals(byFirm);
  alarmed = reals(byFirm);

  climateAt = reals(quarters);
  moodAt = reals(quarters);
  onOffer = reals(quarters);
  lostAt = reals(quarters);
  cutAt = reals(quarters);
  arrearsAt = reals(quarters);
  audit = reals(quarters);

  const byContract = quarters * contracts;
  due = reals(byContract);
  contractPaid = reals(byContract);
  contractCut = reals(byContract);
  contractArrears = reals(byContract);
  contractLost = reals(byContract);
  contractRecovered = reals(byContract);

  ordered = reals(quarters * supplyLinks);
  orderPaid = reals(quarters * supplyLinks);
  given = reals(quarters * vendorLinks);

  badDebt = reals(firms);
  stakesLost = reals(firms);
  stranded = reals(firms);
  operatingCash = reals(firms);
}
