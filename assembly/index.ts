/**
 * The engine: one run of the model over any network of firms. It knows firms, contracts, supply links, vendors, rivals and dials,
 * and nothing of any company or trade.
 *
 * Call `setUp` once with the sizes of the network, write the network into the tables of the directory, call `prepare`; then, as often as
 * wanted, write the dials and call `run`. Nothing is allocated after `setUp`, and a second `setUp` needs a new instance.
 */
import { directoryAddress, tableCount } from './arena';
import { allCash, closeAudit } from './audit';
import { allocateCircumstances } from './circumstances';
import { allocateClearing } from './clearing';
import { spend } from './discretion';
import { backlog, fail, moveOn } from './failure';
import { borrow, noteOperatingCash, offer, raiseEquity } from './funding';
import { allocateGiven } from './given';
import { allocateLog, clearLog } from './log';
import { allocatePaths, drawInstalments, preparePaths } from './paths';
import { allocateResults, badDebt, stakesLost } from './results';
import { fallLegallyDue, settle } from './settlement';
import { firms, quarters, setSizes } from './sizes';
import { allocateState, open } from './state';
import { build, cost, earn, fallDue } from './trade';
import { allocateWork } from './work';

export { GRACE_MAX, LEAD_MAX } from './sizes';

/** Sizes every table. Returns how many tables there are, for the caller to check against its own list. */
export function setUp(
  quarterCount: i32,
  firmCount: i32,
  contractCount: i32,
  supplyCount: i32,
  vendorCount: i32,
  rivalCount: i32,
  substitutionCount: i32,
  termLength: i32,
): i32 {
  setSizes(quarterCount, firmCount, contractCount, supplyCount, vendorCount, rivalCount, substitutionCount, termLength);
  allocateGiven();
  allocateCircumstances();
  allocateResults();
  allocateLog();
  allocatePaths();
  allocateState();
  allocateWork();
  allocateClearing();
  return tableCount();
}

/** Address of the directory of tables: per table its address and its length, 32 bits each. */
export function tables(): usize {
  return directoryAddress();
}

/** Computes what depends on the network alone. Call once the network is written. */
export function prepare(): void {
  preparePaths();
}

/** Runs the model once over all its quarters, with the dials as they stand. */
export function run(): void {
  drawInstalments();
  open();
  clearLog();
  for (let i = 0; i < firms; i++) {
    badDebt[i] = 0;
    stakesLost[i] = 0;
  }
  const promised = backlog();
  for (let t = 0; t < quarters; t++) quarter(t, promised);
}

/** One quarter, in the order of content/model.md, section 2. */
function quarter(t: i32, promised: f64): void {
  const before = allCash();
  offer(t);
  earn(t);
  fallDue(t);
  build(t);
  cost(t);
  raiseEquity(t);
  borrow(t);
  if (t == 0) noteOperatingCash();
  fallLegallyDue(t);
  settle(t);
  spend(t);
  closeAudit(t, before);
  fail(t);
  moveOn(t, promised);
}
