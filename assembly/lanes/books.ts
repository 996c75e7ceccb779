/**
 * What a quarter's results say and no later step asks for: worked out from what the steps have left, and only when results are kept. Call after step 9.
 */
import { buyer, onSales, payee } from '../given';
import { contracts, firms, supplyLinks } from '../sizes';
import { contractAt, firmAt, supplyAt, worldAt } from './blocks';
import { noteWorry } from './discretion';
import {
  ALARMED,
  ARREARS,
  BOUGHT,
  CAPEX,
  CAPEX_PAID,
  CASH,
  CASH_AT,
  CLEARED,
  CONTRACT_ARREARS,
  DEBT,
  DEBT_AT,
  DESTROYED,
  DIAL_LOCK,
  IDLE,
  IDLE_AT,
  IN_DEFAULT,
  INFLOW,
  LATE,
  LEGAL_ORDER,
  MEANS,
  ORDER_PAID,
  ORDERED,
  OUTSIDE,
  RATIO,
  RECEIVED,
  RELET,
  RELET_AT,
  TAKE,
  TAKEN,
  WORRYING,
} from './fields';
import { watched } from './roles';
import { above, add, mul, ROW, rest, splat, sub, VECTOR, where } from './simd';
import { noteBurn } from './trade';

export function keepBooks(): void {
  for (let i = 0; i < firms; i++) {
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      if (!watched[i]) noteBurn(firmAt(i) + v);
      if (!watched[i]) noteWorry(firmAt(i) + v, worldAt() + v);
      bookFirm(firmAt(i) + v, worldAt() + v);
    }
  }
  for (let c = 0; c < contracts; c++) {
    const earns = firmAt(payee[c]);
    for (let deal = contractAt(c), to = earns, end = deal + ROW; deal < end; deal += VECTOR, to += VECTOR) {
      v128.store(deal, v128.load(deal, ARREARS), CONTRACT_ARREARS);
      v128.store(to, add(v128.load(to, RECEIVED), v128.load(deal, TAKEN)), RECEIVED);
    }
  }
  for (let s = 0; s < supplyLinks; s++) bookOrder(s);
  for (let i = 0; i < firms; i++) {
    for (let firm = firmAt(i), end = firm + ROW; firm < end; firm += VECTOR) {
      v128.store(firm, add(v128.load(firm, RECEIVED), v128.load(firm, LATE)), RECEIVED);
    }
  }
}

function bookFirm(firm: usize, world: usize): void {
  const came = v128.load(firm, INFLOW);
  const over = sub(add(v128.load(firm, MEANS), came), v128.load(firm, CLEARED));
  const burnt = v128.and(v128.load(firm, IN_DEFAULT), above(over, splat(0)));
  v128.store(firm, where(burnt, over), DESTROYED);
  v128.store(firm, add(came, v128.load(firm, RELET)), RECEIVED);
  const lock = v128.load(world, DIAL_LOCK);
  const part = v128.load(firm, RATIO);
  const capital = v128.load(firm, CAPEX);
  const abroad = sub(capital, v128.load(firm, BOUGHT));
  const free = mul(v128.load(firm, TAKE), rest(lock));
  v128.store(firm, add(mul(mul(lock, abroad), part), mul(free, abroad)), OUTSIDE);
  v128.store(firm, add(mul(mul(lock, capital), part), mul(free, capital)), CAPEX_PAID);
  v128.store(firm, v128.load(firm, CASH), CASH_AT);
  v128.store(firm, v128.load(firm, DEBT), DEBT_AT);
  v128.store(firm, v128.load(firm, IDLE), IDLE_AT);
  v128.store(firm, v128.load(firm, RELET), RELET_AT);
  v128.store(firm, where(v128.load(firm, WORRYING), splat(1)), ALARMED);
}

function bookOrder(s: i32): void {
  const pays = firmAt(buyer[s]);
  for (
    let link = supplyAt(s), from = pays, world = worldAt(), end = link + ROW;
    link < end;
    link += VECTOR, from += VECTOR, world += VECTOR
  ) {
    const legal = mul(v128.load(link, LEGAL_ORDER), v128.load(from, RATIO));
    const free = mul(v128.load(from, TAKE), rest(v128.load(world, DIAL_LOCK)));
    const paid = onSales[s] ? legal : add(legal, mul(free, v128.load(link, ORDERED)));
    v128.store(link, paid, ORDER_PAID);
  }
}
