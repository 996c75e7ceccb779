/**
 * The log: what happened to whom, and what led to it. The order within a quarter: all misses by firm, then
 * all that failed or were restructured by firm, then the contracts that ended, by the firm that fails and by contract.
 */
import type { Cause, CauseKind, Event } from '../../src/engine/run';
import { due } from './paths';
import type { ContractState, FirmState, World } from './state';

/** Causes of this size or less are not worth a line, billions. */
const tooSmall = 1e-9;

function cause(kind: CauseKind, amount: number, from?: FirmState, event?: number): Cause {
  return {
    kind,
    ...(from === undefined ? {} : { from: from.index }),
    amount,
    ...(event === undefined ? {} : { event }),
  };
}

/** The event behind an index of the log. */
function logged(w: World, index: number): Event {
  const event = w.events[index];
  if (event === undefined) throw new Error(`the log has no event ${index}`);
  return event;
}

/** Why firm f misses in quarter t. `missedNow` knows the missed event of each firm that misses this quarter. */
function causesOfMiss(w: World, t: number, f: FirmState, missedNow: ReadonlyMap<FirmState, number>): Cause[] {
  const causes: Cause[] = [];
  const before = f.row.at(-1);
  if (before !== undefined) causes.push(cause('again', logged(w, before).amount, f, before));
  for (const c of w.contracts) {
    if (c.payee === f) causes.push(cause('unpaid', c.legal - c.cleared, c.payer, missedNow.get(c.payer)));
  }
  for (const s of w.supply) {
    if (s.supplier === f) causes.push(cause('unsold', s.legal - s.cleared, s.buyer, missedNow.get(s.buyer)));
  }
  for (const c of w.contracts) {
    if (c.payee !== f || c.ended === undefined) continue;
    causes.push(cause('ended', due(c.given, c.instalments, t), c.payer, c.ended));
  }
  for (const c of w.contracts) {
    if (c.payee === f) causes.push(cause('cut', c.cutBefore, c.payer));
  }
  causes.push(cause('unfunded', f.ask - f.equity));
  causes.push(cause('unlent', f.unlent));
  return causes.filter((x) => x.amount > tooSmall);
}

/** Logs the misses of a quarter, in firm order, and adds each to its firm's row. */
export function logMissed(w: World, t: number, missing: readonly FirmState[]): void {
  // A miss can be caused by that of a firm further down the list, so the places in the log come first.
  const missedNow = new Map(missing.map((f, place) => [f, w.events.length + place]));
  for (const f of missing) {
    const causes = causesOfMiss(w, t, f, missedNow);
    w.events.push({ t, kind: 'missed', firm: f.index, amount: f.short, causes });
  }
  for (const [f, event] of missedNow) f.row.push(event);
}

/** Logs who fails or is restructured; gives back the event of each. */
export function logFailures(w: World, t: number, failing: readonly FirmState[]): ReadonlyMap<FirmState, number> {
  const events = new Map<FirmState, number>();
  for (const f of failing) {
    const kind = f.status === 'failed' ? 'failed' : 'restructured';
    const causes = f.row.map((event) => cause('missed', logged(w, event).amount, f, event));
    events.set(f, w.events.length);
    w.events.push({ t, kind, firm: f.index, amount: f.short, causes });
  }
  return events;
}

/** Logs the end of a contract; gives back its place in the log. */
export function logTerminated(w: World, t: number, c: ContractState, failed: number | undefined): number {
  w.events.push({
    t,
    kind: 'terminated',
    firm: c.payee.index,
    by: c.payer.index,
    contract: c.index,
    amount: c.lost,
    causes: [cause('failed', c.payer.short, c.payer, failed)],
  });
  return w.events.length - 1;
}
