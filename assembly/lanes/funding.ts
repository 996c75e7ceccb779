/** Steps 1, 6 and 7 of a quarter in every lane, as `funding.ts` does them in one. */
import { isLab, leverage, minCash, vendor, vendorWeight, ventureShare } from '../given';
import { plannedVentureMoneyAt } from '../paths';
import { firms } from '../sizes';
import { chequeAt, firmAt, vendorAt, ventureFactorAt, worldAt } from './blocks';
import {
  ASK,
  BILL,
  BOOKED,
  BORROWED,
  BOUGHT,
  BURN,
  CAPEX,
  CASH,
  CHEQUES,
  CLIMATE_AT,
  COSTS,
  DEBT,
  DIAL_BACKSTOP,
  DIAL_CREDIT,
  DIAL_DROUGHT,
  DIAL_LOCK,
  DIAL_RUNWAY,
  DIAL_SEVERITY,
  DIAL_SPEED,
  DIAL_STOP,
  DIAL_SUPPLY,
  DIAL_VENDOR_SHARE,
  EQUITY,
  GIVEN,
  INPUT,
  INTEREST,
  INVESTED,
  INVESTORS,
  LIVE,
  MATURING,
  MEANS,
  MOOD,
  ON_OFFER,
  OPERATING_CASH,
  OWED,
  OWN,
  RELET,
  SOLD,
  SOUND,
  SPOT_WISH,
  STAKE_SINCE,
  UNLENT,
  WANTED,
  WEIGHTS,
} from './fields';
import { firstVendor, funds, nextVendor } from './roles';
import { above, add, choose, div, fillRow, least, mul, positive, ROW, rest, splat, sub, VECTOR, where } from './simd';

/** Step 1: the share of venture money that is there in quarter t, and what is on offer. */
export function offer(t: i32): void {
  const planned = splat(plannedVentureMoneyAt(t));
  for (
    let world = worldAt(), factor = ventureFactorAt(t), end = world + ROW;
    world < end;
    world += VECTOR, factor += VECTOR
  ) {
    const severity = v128.load(world, DIAL_SEVERITY);
    const speed = v128.load(world, DIAL_SPEED);
    const drought = v128.load(world, DIAL_DROUGHT);
    const k = add(sub(splat(<f64>t), v128.load(world, DIAL_STOP)), splat(1));
    const falling = rest(mul(severity, least(splat(1), div(k, speed))));
    const bottom = mul(severity, least(splat(1), div(drought, speed)));
    const rising = rest(mul(bottom, positive(rest(div(sub(k, drought), speed)))));
    const after = choose(f64x2.le(k, drought), falling, rising);
    const climate = choose(f64x2.le(k, splat(0)), splat(1), after);
    v128.store(world, climate, CLIMATE_AT);
    const money = mul(mul(planned, v128.load(world, DIAL_SUPPLY)), v128.load(factor));
    v128.store(world, mul(mul(money, climate), v128.load(world, MOOD)), ON_OFFER);
  }
}

/** Step 6: each sound lab asks for what keeps its runway; investors give of what is on offer, vendors of what they can spare. */
export function raiseEquity(): void {
  for (let i = 0; i < firms; i++) if (funds[i]) fillRow(firmAt(i) + INVESTED, 0);
  for (let i = 0; i < firms; i++) {
    if (!isLab[i]) continue;
    weighVendors(i);
    askInvestors(i);
    for (let k = firstVendor[i]; k >= 0; k = nextVendor[k]) askVendor(k, i);
    for (let firm = firmAt(i), end = firm + ROW; firm < end; firm += VECTOR) {
      v128.store(firm, add(v128.load(firm, INVESTORS), v128.load(firm, CHEQUES)), EQUITY);
    }
  }
}

/** The weights of lab i's sound vendors. */
function weighVendors(i: i32): void {
  const lab = firmAt(i);
  fillRow(lab + WEIGHTS, 0);
  for (let k = firstVendor[i]; k >= 0; k = nextVendor[k]) {
    const weight = splat(vendorWeight[k]);
    for (let firm = lab, from = firmAt(vendor[k]), end = firm + ROW; firm < end; firm += VECTOR, from += VECTOR) {
      v128.store(firm, add(v128.load(firm, WEIGHTS), where(v128.load(from, SOUND), weight)), WEIGHTS);
    }
  }
}

/** Lab i asks, and investors give. What vendors are wanted to give is noted by unit of weight. */
function askInvestors(i: i32): void {
  const part = splat(ventureShare[i]);
  for (let firm = firmAt(i), world = worldAt(), end = firm + ROW; firm < end; firm += VECTOR, world += VECTOR) {
    const isSound = v128.load(firm, SOUND);
    const wants = mul(add(splat(1), v128.load(world, DIAL_RUNWAY)), v128.load(firm, BURN));
    const wish = where(isSound, positive(sub(wants, v128.load(firm, CASH))));
    const weights = v128.load(firm, WEIGHTS);
    const share = where(above(weights, splat(0)), v128.load(world, DIAL_VENDOR_SHARE));
    const most = mul(part, v128.load(world, ON_OFFER));
    const given = where(isSound, least(mul(rest(share), wish), most));
    const backstop = v128.load(world, DIAL_BACKSTOP);
    const weather = mul(v128.load(world, CLIMATE_AT), v128.load(world, MOOD));
    const usual = mul(mul(share, wish), add(backstop, mul(rest(backstop), weather)));
    const wanted = add(usual, mul(backstop, positive(sub(sub(wish, given), usual))));
    v128.store(firm, wish, ASK);
    v128.store(firm, given, INVESTORS);
    v128.store(firm, where(above(weights, splat(0)), div(wanted, weights)), WANTED);
    v128.store(firm, splat(0), CHEQUES);
  }
}

/** Vendor link k of lab i: the vendor, if it and the lab are sound, gives what it is asked for, at most half of what it can spare. */
function askVendor(k: i32, i: i32): void {
  const weight = splat(vendorWeight[k]);
  const keeps = splat(minCash[vendor[k]]);
  for (
    let firm = firmAt(i), from = firmAt(vendor[k]), link = vendorAt(k), end = firm + ROW;
    firm < end;
    firm += VECTOR, from += VECTOR, link += VECTOR
  ) {
    const out = v128.load(from, INVESTED);
    const spare = mul(positive(sub(sub(v128.load(from, CASH), out), keeps)), splat(0.5));
    const may = v128.and(v128.load(firm, SOUND), v128.load(from, SOUND));
    const cheque = where(may, least(mul(weight, v128.load(firm, WANTED)), spare));
    v128.store(link, cheque, GIVEN);
    v128.store(link, add(v128.load(link, STAKE_SINCE), cheque), STAKE_SINCE);
    v128.store(from, add(out, cheque), INVESTED);
    v128.store(firm, add(v128.load(firm, CHEQUES), cheque), CHEQUES);
  }
}

/** Step 7: live firms borrow to keep their least cash, as far as lenders go; and with that all is known of what each has for the clearing. */
export function borrow(t: i32): void {
  for (let i = 0; i < firms; i++) {
    const most = splat(leverage[i] * 4);
    const keeps = splat(minCash[i]);
    for (
      let firm = firmAt(i), world = worldAt(), gift = chequeAt(t, i), end = firm + ROW;
      firm < end;
      firm += VECTOR, world += VECTOR, gift += VECTOR
    ) {
      const cash = v128.load(firm, CASH);
      const own = v128.load(firm, OWN);
      const relet = v128.load(firm, RELET);
      const costs = v128.load(firm, COSTS);
      const interest = v128.load(firm, INTEREST);
      const repays = v128.load(firm, MATURING);
      const equity = v128.load(firm, EQUITY);
      const invested = v128.load(firm, INVESTED);
      const billed = v128.load(firm, BILL);
      const debt = v128.load(firm, DEBT);
      const earned = add(add(add(own, v128.load(firm, BOOKED)), relet), v128.load(firm, SOLD));
      const operating = sub(sub(earned, costs), v128.load(firm, INPUT));
      const willing = rest(mul(v128.load(world, DIAL_CREDIT), rest(v128.load(world, MOOD))));
      const limit = mul(mul(most, positive(sub(operating, billed))), willing);
      let out = add(add(billed, v128.load(firm, SPOT_WISH)), v128.load(firm, CAPEX));
      out = add(add(add(out, interest), repays), invested);
      const gap = sub(keeps, sub(add(add(cash, operating), equity), out));
      const room = add(sub(limit, debt), repays);
      const alive = v128.load(firm, LIVE);
      const lent = where(alive, positive(least(gap, room)));
      v128.store(firm, lent, BORROWED);
      v128.store(firm, add(debt, sub(lent, repays)), DEBT);
      v128.store(firm, where(alive, positive(sub(gap, lent))), UNLENT);
      if (t == 0) v128.store(firm, mul(splat(4), sub(operating, billed)), OPERATING_CASH);
      // What step 8 calls external assets, and what is legally due to the outside.
      const raised = add(sub(equity, invested), lent);
      const senior = add(add(costs, interest), repays);
      const has = sub(add(add(add(cash, own), relet), raised), senior);
      v128.store(firm, add(has, v128.load(gift)), MEANS);
      const abroad = sub(v128.load(firm, CAPEX), v128.load(firm, BOUGHT));
      v128.store(firm, mul(v128.load(world, DIAL_LOCK), abroad), OWED);
    }
  }
}
