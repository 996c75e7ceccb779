/** One run of the model in every lane, over all its quarters. */
import { backlog } from '../failure';
import { contracts, firms, quarters, supplyLinks, vendorLinks } from '../sizes';
import { contractAt, firmAt, keeps, kept, RESULTS, supplyAt, vendorAt, worldAt } from './blocks';
import { keepBooks } from './books';
import { spend } from './discretion';
import { fail, forget, moveOn } from './failure';
import {
  ALARMED,
  ARREARS_AT,
  CLIMATE_AT,
  CONTRACT_FIELDS,
  CONTRACT_RECOVERED,
  FIRM_FIELDS,
  GIVEN,
  ORDER_PAID,
  SUPPLY_FIELDS,
  VENDOR_FIELDS,
  WORLD_FIELDS,
} from './fields';
import { borrow, offer, raiseEquity } from './funding';
import { drawInstalments, open } from './paths';
import { fallLegallyDue, settle } from './settlement';
import { ROW, VECTOR } from './simd';
import { build, cost, earn, fallDue } from './trade';

export function runAll(): void {
  drawInstalments();
  open();
  forget();
  const promised = backlog();
  let everFell = false;
  let keepsSome = false;
  for (let k = 0; k < RESULTS; k++) if (keeps[k]) keepsSome = true;
  for (let t = 0; t < quarters; t++) {
    offer(t);
    earn();
    fallDue(t);
    build(t);
    cost(t);
    raiseEquity();
    borrow(t);
    fallLegallyDue();
    const someShort = settle();
    spend(t);
    if (keepsSome) keepBooks();
    if (fail(t, someShort) != 0) everFell = true;
    moveOn(t, promised, everFell);
    if (keepsSome) keep(t);
  }
}

/** Copies the results of quarter t that are to be kept. */
function keep(t: i32): void {
  let to = changetype<usize>(kept);
  let k = 0;
  for (let field: usize = 0; field <= ALARMED; field += ROW)
    to = keepRows(k++, t, to, firmAt(0) + field, firms, FIRM_FIELDS);
  for (let field = CLIMATE_AT; field <= ARREARS_AT; field += ROW)
    to = keepRows(k++, t, to, worldAt() + field, 1, WORLD_FIELDS);
  for (let field: usize = 0; field <= CONTRACT_RECOVERED; field += ROW)
    to = keepRows(k++, t, to, contractAt(0) + field, contracts, CONTRACT_FIELDS);
  for (let field: usize = 0; field <= ORDER_PAID; field += ROW)
    to = keepRows(k++, t, to, supplyAt(0) + field, supplyLinks, SUPPLY_FIELDS);
  keepRows(k, t, to, vendorAt(0) + GIVEN, vendorLinks, VENDOR_FIELDS);
}

/** Copies result k of quarter t, if it is to be kept, from one field of each block. Returns where the next result goes. */
function keepRows(k: i32, t: i32, to: usize, from: usize, columns: i32, fields: i32): usize {
  const size = <usize>columns * ROW;
  if (keeps[k]) {
    for (let column = 0; column < columns; column++) {
      const source = from + <usize>(column * fields) * ROW;
      const target = to + <usize>t * size + <usize>column * ROW;
      for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(target + v, v128.load(source + v));
    }
  }
  return to + <usize>quarters * size;
}
