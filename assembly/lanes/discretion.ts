/** Step 9 in every lane, as `discretion.ts` does it in one. */

import { NOTHING } from '../discretion';
import { buyer, minCash, onSales, openingCash, payee, payer, payout, supplier } from '../given';
import { withinTerm } from '../paths';
import { contracts, firms, supplyLinks } from '../sizes';
import { contractAt, firmAt, supplyAt, worldAt } from './blocks';
import {
  BILL,
  BURN,
  CAPEX,
  CASH,
  CONTRACT_CUT,
  CONTRACT_PAID,
  CUT_AT,
  DIAL_ALARM,
  DIAL_LOCK,
  DIAL_RESERVE,
  DUE,
  FLEX_DUE,
  LATE,
  ORDERED,
  RETURNED,
  SHORT,
  SOUND,
  SPOT,
  SPOT_WISH,
  STARVED,
  TAKE,
  TAKEN,
  WORRYING,
} from './fields';
import { builds, takes, watched } from './roles';
import { above, add, choose, div, fillRow, least, mul, positive, ROW, rest, splat, sub, VECTOR, where } from './simd';

export function spend(t: i32): void {
  takeCompute(t);
  buildFreely();
  for (let i = 0; i < firms; i++) returnAndWorry(i);
}

/** The share of `wish` that `free` money buys; all of it if nothing is wished for. */
function rateOf(free: v128, wish: v128): v128 {
  return choose(above(wish, splat(0)), least(splat(1), div(free, wish)), splat(1));
}

/** Optional compute, flexible dues and spot at one rate; what is not taken within a term is cut from the backlog. */
function takeCompute(t: i32): void {
  for (let i = 0; i < firms; i++) if (takes[i]) copyRow(firmAt(i) + SPOT_WISH, firmAt(i) + LATE); // the wish, until it is known
  for (let c = 0; c < contracts; c++) {
    const wishes = firmAt(payer[c]);
    for (let from = wishes, deal = contractAt(c), end = from + ROW; from < end; from += VECTOR, deal += VECTOR) {
      v128.store(from, add(v128.load(from, LATE), v128.load(deal, FLEX_DUE)), LATE);
    }
  }
  for (let i = 0; i < firms; i++) {
    if (!takes[i]) continue;
    for (let firm = firmAt(i), world = worldAt(), end = firm + ROW; firm < end; firm += VECTOR, world += VECTOR) {
      const has = v128.load(firm, CASH);
      const free = positive(sub(has, mul(v128.load(world, DIAL_RESERVE), v128.load(firm, BURN))));
      const rate = rateOf(free, v128.load(firm, LATE));
      const paid = mul(rate, v128.load(firm, SPOT_WISH));
      v128.store(firm, rate, TAKE);
      v128.store(firm, paid, SPOT);
      v128.store(firm, sub(has, paid), CASH);
      v128.store(firm, paid, STARVED); // what was paid of the compute wanted, until it is known
    }
  }
  fillRow(worldAt() + CUT_AT, 0);
  for (let c = 0; c < contracts; c++) takeFlexible(t, c);
  for (let i = 0; i < firms; i++) {
    if (!takes[i]) continue;
    for (let firm = firmAt(i), end = firm + ROW; firm < end; firm += VECTOR) {
      const wanted = add(v128.load(firm, BILL), v128.load(firm, SPOT_WISH));
      const without = positive(rest(div(v128.load(firm, STARVED), wanted)));
      v128.store(firm, where(above(wanted, splat(0)), without), STARVED);
    }
  }
}

function takeFlexible(t: i32, c: i32): void {
  const takes = firmAt(payer[c]);
  const earns = firmAt(payee[c]);
  const within = withinTerm(t, c);
  for (
    let deal = contractAt(c), from = takes, to = earns, world = worldAt(), end = deal + ROW;
    deal < end;
    deal += VECTOR, from += VECTOR, to += VECTOR, world += VECTOR
  ) {
    const flex = v128.load(deal, FLEX_DUE);
    const taken = mul(v128.load(from, TAKE), flex);
    v128.store(from, sub(v128.load(from, CASH), taken), CASH);
    v128.store(to, add(v128.load(to, CASH), taken), CASH);
    v128.store(deal, taken, TAKEN);
    const paid = add(v128.load(deal, CONTRACT_PAID), taken);
    v128.store(deal, paid, CONTRACT_PAID);
    const bought = least(paid, v128.load(deal, DUE));
    v128.store(from, add(v128.load(from, STARVED), bought), STARVED);
    const gone = within ? sub(flex, taken) : splat(0);
    v128.store(deal, gone, CONTRACT_CUT);
    v128.store(world, add(v128.load(world, CUT_AT), gone), CUT_AT);
  }
}

/** Capex that is not locked. What it brings to other firms stands in `LATE` until all have spent. */
function buildFreely(): void {
  for (let i = 0; i < firms; i++) {
    fillRow(firmAt(i) + LATE, 0);
    if (!builds[i]) continue;
    const keeps = splat(minCash[i] / 2);
    for (let world = worldAt(), firm = firmAt(i), end = world + ROW; world < end; world += VECTOR, firm += VECTOR) {
      const open = rest(v128.load(world, DIAL_LOCK));
      const has = v128.load(firm, CASH);
      const capital = v128.load(firm, CAPEX);
      const rate = rateOf(positive(sub(has, keeps)), mul(open, capital));
      const share = mul(rate, open);
      v128.store(firm, rate, TAKE);
      v128.store(firm, sub(has, mul(share, capital)), CASH);
    }
  }
  for (let s = 0; s < supplyLinks; s++) {
    if (onSales[s]) continue;
    const orders = firmAt(buyer[s]);
    const sells = firmAt(supplier[s]);
    for (
      let to = sells, world = worldAt(), link = supplyAt(s), at_orders = orders, end = to + ROW;
      to < end;
      to += VECTOR, world += VECTOR, link += VECTOR, at_orders += VECTOR
    ) {
      const share = mul(v128.load(at_orders, TAKE), rest(v128.load(world, DIAL_LOCK)));
      const paid = mul(share, v128.load(link, ORDERED));
      v128.store(to, add(v128.load(to, LATE), paid), LATE);
    }
  }
}

/** What other firms' orders brought arrives. A sound firm returns what it holds above its opening cash; its alarm is for next quarter's building. */
function returnAndWorry(i: i32): void {
  const opening = splat(openingCash[i]);
  const share = splat(payout[i]);
  const worries = watched[i] != 0;
  for (let firm = firmAt(i), world = worldAt(), end = firm + ROW; firm < end; firm += VECTOR, world += VECTOR) {
    const isSound = v128.load(firm, SOUND);
    const had = add(v128.load(firm, CASH), v128.load(firm, LATE));
    const gives = where(isSound, mul(share, positive(sub(had, opening))));
    const has = sub(had, gives);
    v128.store(firm, gives, RETURNED);
    v128.store(firm, has, CASH);
    if (worries) noteWorry(firm, world);
  }
}

/** Does a firm worry its suppliers, as step 9 leaves it? `firm`, `world`: the same vector of their blocks. */
export function noteWorry(firm: usize, world: usize): void {
  const burns = v128.load(firm, BURN);
  const lacks = above(sub(mul(v128.load(world, DIAL_ALARM), burns), v128.load(firm, CASH)), splat(NOTHING));
  const thin = v128.and(above(burns, splat(0)), lacks);
  const missed = above(v128.load(firm, SHORT), splat(NOTHING));
  v128.store(firm, v128.and(v128.load(firm, SOUND), v128.or(missed, thin)), WORRYING);
}

function copyRow(from: usize, to: usize): void {
  for (let at_to = to, at_from = from, end = at_to + ROW; at_to < end; at_to += VECTOR, at_from += VECTOR) {
    v128.store(at_to, v128.load(at_from));
  }
}
