/**
 * Where the lanes keep their numbers. Each firm, contract, supply link and vendor link has a block of rows, a row for each of its fields, so that
 * a step finds all it needs of a firm at fixed distances from one address; the world has a block for its dials and what it has but once. What a run
 * leaves behind each quarter comes first in a block, in the order of `src/engine/run.ts`. The fields mirror those of an ordinary run
 * (`given.ts`, `circumstances.ts`, `state.ts`, `work.ts`, `results.ts`).
 */
import { LEVER_COUNT } from '../given';
import { Lever } from '../levers';
import { ROW } from './simd';

// The world: a row for each dial, in the slot that it has in an ordinary run.
export const DIAL_STOP: usize = Lever.stop * ROW;
export const DIAL_SEVERITY: usize = Lever.severity * ROW;
export const DIAL_SPEED: usize = Lever.speed * ROW;
export const DIAL_DROUGHT: usize = Lever.drought * ROW;
export const DIAL_SUPPLY: usize = Lever.supply * ROW;
export const DIAL_VENDOR_SHARE: usize = Lever.vendorShare * ROW;
export const DIAL_BACKSTOP: usize = Lever.backstop * ROW;
export const DIAL_GROWTH: usize = Lever.growth * ROW;
export const DIAL_COMPUTE: usize = Lever.compute * ROW;
export const DIAL_COSTS: usize = Lever.costs * ROW;
export const DIAL_RUNWAY: usize = Lever.runway * ROW;
export const DIAL_RESERVE: usize = Lever.reserve * ROW;
export const DIAL_STARVATION: usize = Lever.starvation * ROW;
export const DIAL_FIRMNESS: usize = Lever.firmness * ROW;
export const DIAL_RAMP: usize = Lever.ramp * ROW;
export const DIAL_GRACE: usize = Lever.grace * ROW;
export const DIAL_CAUTION: usize = Lever.caution * ROW;
export const DIAL_LEAD: usize = Lever.lead * ROW;
export const DIAL_LOCK: usize = Lever.lock * ROW;
export const DIAL_ALARM: usize = Lever.alarm * ROW;
export const DIAL_RELET: usize = Lever.relet * ROW;
export const DIAL_RELET_TIME: usize = Lever.reletTime * ROW;
export const DIAL_RECOVERY: usize = Lever.recovery * ROW;
export const DIAL_FRICTION: usize = Lever.friction * ROW;
export const DIAL_CREDIT: usize = Lever.credit * ROW;
export const DIAL_MIGRATION: usize = Lever.migration * ROW;
export const DIAL_SUBSTITUTION: usize = Lever.substitution * ROW;
export const DIAL_PANIC: usize = Lever.panic * ROW;
export const DIAL_HEAL: usize = Lever.heal * ROW;
// Results of the quarter.
const DIALS: usize = LEVER_COUNT * ROW;
export const CLIMATE_AT: usize = DIALS;
export const MOOD_AT: usize = DIALS + 1 * ROW;
export const ON_OFFER: usize = DIALS + 2 * ROW;
export const LOST_AT: usize = DIALS + 3 * ROW;
export const CUT_AT: usize = DIALS + 4 * ROW;
export const ARREARS_AT: usize = DIALS + 5 * ROW;
// Over the run: rests of terms lost, and dues not taken.
export const LOST: usize = DIALS + 6 * ROW;
export const CUT: usize = DIALS + 7 * ROW;
// State.
export const MOOD: usize = DIALS + 8 * ROW;
// Work of the settlement: masks of the lanes in which a firm cannot pay, and in which one ends below nothing.
export const UNABLE: usize = DIALS + 9 * ROW;
export const LACKING: usize = DIALS + 10 * ROW;
export const WORLD_FIELDS: i32 = LEVER_COUNT + 11;

// A firm. Results of the quarter.
export const CASH_AT: usize = 0 * ROW;
export const DEBT_AT: usize = 1 * ROW;
export const OWN: usize = 2 * ROW;
export const RECEIVED: usize = 3 * ROW;
export const BILL: usize = 4 * ROW;
export const SPOT: usize = 5 * ROW;
export const COSTS: usize = 6 * ROW;
export const CAPEX_PAID: usize = 7 * ROW;
export const BURN: usize = 8 * ROW;
export const EQUITY: usize = 9 * ROW;
export const INVESTED: usize = 10 * ROW;
export const BORROWED: usize = 11 * ROW;
export const RETURNED: usize = 12 * ROW;
export const SHORT: usize = 13 * ROW;
export const STARVED: usize = 14 * ROW;
export const IDLE_AT: usize = 15 * ROW;
export const STATUS_AT: usize = 16 * ROW;
export const RELET_AT: usize = 17 * ROW;
export const INTEREST: usize = 18 * ROW;
export const MATURING: usize = 19 * ROW;
export const INPUT: usize = 20 * ROW;
export const BOOKED: usize = 21 * ROW;
export const INVESTORS: usize = 22 * ROW;
export const ASK: usize = 23 * ROW;
export const UNLENT: usize = 24 * ROW;
export const OWED: usize = 25 * ROW;
export const CLEARED: usize = 26 * ROW;
export const OUTSIDE: usize = 27 * ROW;
export const DESTROYED: usize = 28 * ROW;
export const ALARMED: usize = 29 * ROW;
// Over the run.
export const FELL_AT: usize = 30 * ROW;
export const BAD_DEBT: usize = 31 * ROW;
export const STAKES_LOST: usize = 32 * ROW;
export const STRANDED: usize = 33 * ROW;
export const OPERATING_CASH: usize = 34 * ROW;
// Given: the quarter at whose end it is forced to fail, or -1.
export const FORCED_AT: usize = 35 * ROW;
// State; the last four are masks.
export const CASH: usize = 36 * ROW;
export const DEBT: usize = 37 * ROW;
export const REVENUE: usize = 38 * ROW;
export const GAINED: usize = 39 * ROW;
export const NEED: usize = 40 * ROW;
export const FREED: usize = 41 * ROW;
export const IDLE: usize = 42 * ROW;
export const RELET: usize = 43 * ROW;
export const BUILT: usize = 44 * ROW;
export const MISSES: usize = 45 * ROW;
export const LIVE: usize = 46 * ROW;
export const SOUND: usize = 47 * ROW;
export const RESTRUCTURED: usize = 48 * ROW;
export const WORRYING: usize = 49 * ROW;
// Work of the quarter; the last is a mask.
export const SOLD: usize = 50 * ROW;
export const CAPEX: usize = 51 * ROW;
export const BOUGHT: usize = 52 * ROW;
export const SPOT_WISH: usize = 53 * ROW;
export const MEANS: usize = 54 * ROW;
export const RATIO: usize = 55 * ROW;
export const INFLOW: usize = 56 * ROW;
export const TAKE: usize = 57 * ROW;
export const LATE: usize = 58 * ROW;
export const IN_DEFAULT: usize = 59 * ROW;
// A lab's raise: weights of its sound vendors, what they are wanted to give by unit of weight, and what they give.
export const WEIGHTS: usize = 60 * ROW;
export const WANTED: usize = 61 * ROW;
export const CHEQUES: usize = 62 * ROW;
export const FIRM_FIELDS: i32 = 63;

// A contract. Results of the quarter.
export const DUE: usize = 0 * ROW;
export const CONTRACT_PAID: usize = 1 * ROW;
export const CONTRACT_CUT: usize = 2 * ROW;
export const CONTRACT_ARREARS: usize = 3 * ROW;
export const CONTRACT_LOST: usize = 4 * ROW;
export const CONTRACT_RECOVERED: usize = 5 * ROW;
// State: unpaid instalments, the mask of the lanes in which it has not ended, and its total over the sum of its weights.
export const ARREARS: usize = 6 * ROW;
export const ACTIVE: usize = 7 * ROW;
export const PER_WEIGHT: usize = 8 * ROW;
// Work of the quarter.
export const FIRM_DUE: usize = 9 * ROW;
export const FLEX_DUE: usize = 10 * ROW;
export const LEGAL_DUE: usize = 11 * ROW;
export const TAKEN: usize = 12 * ROW;
export const CONTRACT_FIELDS: i32 = 13;

// A supply link. Results of the quarter, and work.
export const ORDERED: usize = 0 * ROW;
export const ORDER_PAID: usize = 1 * ROW;
export const LEGAL_ORDER: usize = 2 * ROW;
export const SUPPLY_FIELDS: i32 = 3;

// A vendor link. Result of the quarter, and state.
export const GIVEN: usize = 0 * ROW;
export const STAKE_SINCE: usize = 1 * ROW;
export const VENDOR_FIELDS: i32 = 2;
