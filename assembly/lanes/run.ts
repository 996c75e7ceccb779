/** One run of the model in every lane, over all its quarters. */
import { backlog } from '../failure';
import { quarters } from '../sizes';
import { spend } from './discretion';
import { fail, moveOn } from './failure';
import { borrow, offer, raiseEquity } from './funding';
import { drawInstalments, open } from './paths';
import { fallLegallyDue, settle } from './settlement';
import { fillRows, ROW } from './simd';
import { columns, keeps, kept, RESULTS, results, statusAt } from './tables';
import { build, cost, earn, fallDue } from './trade';

export function runAll(): void {
  drawInstalments();
  open();
  fillRows(statusAt, 0);
  const promised = backlog();
  let everFell = false;
  for (let t = 0; t < quarters; t++) {
    offer(t);
    earn();
    fallDue(t);
    build(t);
    cost(t);
    raiseEquity();
    borrow(t);
    fallLegallyDue(t);
    settle();
    spend(t);
    if (fail(t) != 0) everFell = true;
    moveOn(t, promised, everFell);
    keep(t);
  }
}

/** Copies the results of quarter t that are to be kept. */
function keep(t: i32): void {
  let place = changetype<usize>(kept);
  for (let k = 0; k < RESULTS; k++) {
    const size = <usize>columns[k] * ROW;
    if (keeps[k]) memory.copy(place + <usize>t * size, results[k], size);
    place += <usize>quarters * size;
  }
}
