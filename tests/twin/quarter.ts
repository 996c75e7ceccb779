/**
 * A quarter of the model, one function per numbered step of section 2 of the model page and under its name. Each takes
 * the world as the step before has left it and fills in its own part.
 */
import { logFailures, logMissed, logTerminated } from './causes';
import { greatestClearingVector } from './clearing';
import { G, K, N, V, withinTerm, X } from './paths';
import { dueOf, type FirmState, live, sound, sum, type World } from './state';

/** A shortfall above this is a miss, billions. */
const missAbove = 1e-9;

/** What befalls the quarter from outside the model. */
export function befall(w: World, t: number): void {
  const { growthShock, ventureFactor, cheque } = w.circumstances;
  w.ventureFactor = ventureFactor?.[t] ?? 1;
  for (const f of w.firms) {
    f.shock = f.given.lab ? (growthShock?.[t * w.firms.length + f.index] ?? 0) : 0;
    f.cheque = cheque?.firm === f.index && cheque.quarter === t ? cheque.amount : 0;
  }
}

/** 1. Climate and money on offer. */
export function climate(w: World, t: number): void {
  const { stop, severity, speed, drought } = w.levers;
  const k = t - stop + 1;
  if (k <= 0) w.climate = 1;
  else if (k <= drought) w.climate = 1 - severity * Math.min(1, k / speed);
  else w.climate = 1 - severity * Math.min(1, drought / speed) * Math.max(0, 1 - (k - drought) / speed);
  w.offer = V(w.network, w.levers, t) * w.ventureFactor * w.climate * w.mood;
}

/** 2. Demand: own revenue, and what the growth of some takes from others. */
export function demand(w: World): void {
  for (const f of w.firms) f.own = live(f) ? f.revenue + f.gained : 0;
  for (const { from, to, weight } of w.substitution) {
    if (!live(to)) continue;
    const grown = Math.max(0, from.revenue + from.gained - from.given.revenue / 4);
    to.own = Math.max(0, to.own - w.levers.substitution * weight * grown);
  }
}

/** 3. Dues: what is firm, what is flexible, and the compute beyond the contracts. */
export function dues(w: World, t: number): void {
  for (const c of w.contracts) {
    c.due = dueOf(c, t);
    c.firm = withinTerm(c.given, t) ? w.levers.firmness * c.due : 0;
    c.flex = c.due - c.firm;
    c.cutBefore = c.cut;
  }
  for (const f of w.firms) {
    f.booked = sum(w.contracts, (c) => (c.payee === f ? c.due : 0));
    f.bill = sum(w.contracts, (c) => (c.payer === f ? c.due : 0));
    f.spot = live(f) ? Math.max(0, f.need - f.bill) : 0;
  }
}

/** 4. Building: capacity for expected contracts, own use, and orders down the chain. Also of failed firms. */
export function building(w: World, t: number): void {
  const { lead, caution } = w.levers;
  for (const f of w.firms) {
    const expected = sum(w.contracts, (c) =>
      c.payee === f ? dueOf(c, t + lead) * (c.payer.alarmed ? 1 - caution : 1) : 0,
    );
    const grow = Math.max(0, expected - f.built) / 2;
    f.built += grow;
    f.capex =
      X(f.given, t) * (1 - caution * f.given.herding * (1 - w.mood)) * (f.status === 'restructured' ? 1 / 2 : 1) +
      f.given.intensity * 4 * grow;
    f.sold = 0;
    f.input = 0;
    f.bought = 0;
  }
  for (const s of w.supply) {
    s.ordered = s.given.share * (s.given.of === 'capex' ? s.buyer.capex : s.buyer.sold);
    s.supplier.sold += s.ordered;
    if (s.given.of === 'capex') s.buyer.bought += s.ordered;
    else s.buyer.input += s.ordered;
  }
}

/** 5. Costs, interest, maturing debt, and burn. */
export function costs(w: World, t: number): void {
  for (const f of w.firms) {
    const service = f.given.serviceCost * (f.booked + f.relet + f.sold);
    const idle = f.given.idleCost * Math.max(0, f.idle - f.relet);
    f.costs = live(f) ? K(f.given, w.levers, t) * f.own + f.given.fixedCost / 4 + service + idle : 0;
    f.interest = (f.given.rate / 4) * f.debt;
    f.maturing = f.debt / f.given.maturity;
    const out = f.costs + f.input + f.bill + f.spot + f.capex + f.interest + f.maturing;
    f.burn = Math.max(0, out - f.own - f.booked - f.relet - f.sold);
  }
}

/** 6. Equity for sound labs, from investors and from sound vendors. */
export function equity(w: World): void {
  const { runway, vendorShare, backstop } = w.levers;
  for (const f of w.firms) {
    f.ask = 0;
    f.investors = 0;
    f.equity = 0;
    f.invested = 0;
  }
  for (const v of w.vendors) v.given = 0;
  for (const lab of w.firms) {
    if (!lab.given.lab || !sound(lab)) continue;
    lab.ask = Math.max(0, (1 + runway) * lab.burn - lab.cash);
    const vendors = w.vendors.filter((v) => v.lab === lab && sound(v.vendor));
    const W = sum(vendors, (v) => v.weight);
    const s = W > 0 ? vendorShare : 0;
    lab.investors = Math.min((1 - s) * lab.ask, lab.given.ventureShare * w.offer);
    lab.equity = lab.investors;
    if (W === 0) continue;
    const usual = s * lab.ask * (backstop + (1 - backstop) * w.climate * w.mood);
    const wanted = usual + backstop * Math.max(0, lab.ask - lab.investors - usual);
    for (const v of vendors) {
      const most = Math.max(0, v.vendor.cash - v.vendor.invested - v.vendor.given.minCash) / 2;
      v.given = Math.min((wanted * v.weight) / W, most);
      v.stake += v.given;
      v.vendor.invested += v.given;
      lab.equity += v.given;
    }
  }
}

/** 7. Credit for live firms. */
export function credit(w: World): void {
  for (const f of w.firms) {
    f.operating = f.own + f.booked + f.relet + f.sold - f.costs - f.input;
    const willing = 1 - w.levers.credit * (1 - w.mood);
    const limit = f.given.leverage * 4 * Math.max(0, f.operating - f.bill) * willing;
    const expected = f.cash + f.operating - f.bill - f.spot - f.capex - f.interest - f.maturing + f.equity - f.invested;
    const gap = f.given.minCash - expected;
    f.borrowed = live(f) ? Math.max(0, Math.min(gap, limit - f.debt + f.maturing)) : 0;
    f.unlent = live(f) ? Math.max(0, gap - f.borrowed) : 0;
    f.debt += f.borrowed - f.maturing;
  }
}

/** 8. Clearing of all that is legally due. */
export function clearing(w: World): void {
  const { lock, friction } = w.levers;
  for (const c of w.contracts) c.legal = c.firm + c.arrears;
  for (const s of w.supply) s.legal = s.given.of === 'capex' ? lock * s.ordered : s.ordered;
  const claims = w.firms.map((debtor) =>
    w.firms.map(
      (creditor) =>
        sum(w.contracts, (c) => (c.payer === debtor && c.payee === creditor ? c.legal : 0)) +
        sum(w.supply, (s) => (s.buyer === debtor && s.supplier === creditor ? s.legal : 0)),
    ),
  );
  for (const f of w.firms) f.owed = sum(claims[f.index] ?? [], (x) => x) + lock * (f.capex - f.bought);
  const external = w.firms.map((f) => {
    const senior = f.costs + f.interest + f.maturing;
    return f.cash + f.own + f.relet + f.equity - f.invested + f.borrowed + f.cheque - senior;
  });
  const cleared = greatestClearingVector({ external, owed: w.firms.map((f) => f.owed), claims, friction });
  w.sweeps = cleared.sweeps;
  for (const f of w.firms) {
    f.cleared = cleared.paid[f.index] ?? 0;
    f.ratio = f.owed > 0 ? f.cleared / f.owed : 1;
  }
  for (const c of w.contracts) {
    c.cleared = c.payer.ratio * c.legal;
    c.arrears = c.legal - c.cleared;
  }
  for (const s of w.supply) s.cleared = s.buyer.ratio * s.legal;
  for (const f of w.firms) {
    const paidToIt =
      sum(w.contracts, (c) => (c.payee === f ? c.cleared : 0)) +
      sum(w.supply, (s) => (s.supplier === f ? s.cleared : 0));
    f.received = paidToIt + f.relet;
    f.cash = (external[f.index] ?? 0) + paidToIt - f.cleared;
    f.destroyed = 0;
    if (cleared.defaulted[f.index]) {
      f.destroyed = Math.max(0, f.cash);
      f.cash = Math.min(f.cash, 0);
    }
    f.short = f.owed - f.cleared + Math.max(0, -f.cash);
  }
  w.arrears = sum(w.contracts, (c) => c.arrears);
}

/** 9. Discretion: optional compute, free capex, payout; and who alarms its suppliers. */
export function discretion(w: World, t: number): void {
  const { reserve, lock, alarm } = w.levers;
  const paidBy = (f: FirmState) => w.contracts.filter((c) => c.payer === f);

  // Optional compute: all rates from the cash after clearing, then all payments at once.
  for (const f of w.firms) {
    const wish = sum(paidBy(f), (c) => c.flex) + f.spot;
    f.take = wish > 0 ? Math.min(1, Math.max(0, f.cash - reserve * f.burn) / wish) : 1;
  }
  for (const c of w.contracts) {
    c.taken = c.payer.take * c.flex;
    c.cut = withinTerm(c.given, t) ? c.flex - c.taken : 0;
    c.payer.cash -= c.taken;
    c.payee.cash += c.taken;
    c.payee.received += c.taken;
  }
  w.cut = sum(w.contracts, (c) => c.cut);
  for (const f of w.firms) {
    f.spotPaid = f.take * f.spot;
    f.cash -= f.spotPaid;
    const paid = f.spotPaid + sum(paidBy(f), (c) => Math.min(c.cleared + c.taken, c.due));
    const wanted = f.bill + f.spot;
    f.starved = wanted > 0 ? Math.max(0, 1 - paid / wanted) : 0;
  }

  // Free capex: everyone spends, only then the free orders arrive.
  for (const f of w.firms) {
    const free = (1 - lock) * f.capex;
    f.freeRate = free > 0 ? Math.min(1, Math.max(0, f.cash - f.given.minCash / 2) / free) : 1;
    f.cash -= f.freeRate * free;
    f.capexPaid = f.ratio * lock * f.capex + f.freeRate * free;
    f.outside = (f.ratio * lock + f.freeRate * (1 - lock)) * (f.capex - f.bought);
  }
  for (const s of w.supply) {
    s.free = s.given.of === 'capex' ? s.buyer.freeRate * (1 - lock) * s.ordered : 0;
    s.supplier.cash += s.free;
    s.supplier.received += s.free;
  }

  for (const f of w.firms) {
    f.returned = sound(f) ? f.given.payout * Math.max(0, f.cash - f.given.cash) : 0;
    f.cash -= f.returned;
    // Cash that was spent down to exactly what the alarm asks for must not alarm by rounding.
    const thin = f.burn > 0 && alarm * f.burn - f.cash > missAbove;
    f.alarmed = sound(f) && (f.short > missAbove || thin);
  }
}

/** 10. Failure. */
export function failure(w: World, t: number): void {
  const { grace, recovery, migration } = w.levers;
  const missing = w.firms.filter((f) => sound(f) && f.short > missAbove);
  for (const f of w.firms) if (!missing.includes(f)) f.row = [];
  logMissed(w, t, missing);

  const { forced } = w.circumstances;
  const isForced = (f: FirmState) => sound(f) && forced?.firm === f.index && forced.quarter === t;
  const failing = w.firms.filter((f) => isForced(f) || (missing.includes(f) && f.row.length > grace));
  for (const f of failing) f.status = f.given.lab ? 'failed' : 'restructured';
  const failed = logFailures(w, t, failing);

  w.lost = 0;
  for (const c of w.contracts) {
    c.lost = 0;
    c.recovered = 0;
  }
  for (const f of failing) {
    for (const c of w.contracts) {
      if (c.payer !== f || c.ended !== undefined) continue;
      let rest = 0;
      for (let s = t + 1; s < c.given.start + c.given.length; s += 1) rest += dueOf(c, s);
      const badDebt = (1 - recovery) * c.arrears;
      c.recovered = recovery * c.arrears;
      c.lost = rest + badDebt;
      c.payee.cash += c.recovered;
      c.payee.badDebt += badDebt;
      c.payee.freed += dueOf(c, t);
      w.lost += rest;
      c.arrears = 0;
      c.ended = logTerminated(w, t, c, failed.get(f));
    }
    if (f.status === 'failed') {
      const rivals = w.rivals.filter((r) => r.lab === f && live(r.to));
      const weights = sum(rivals, (r) => r.weight);
      if (weights > 0) {
        for (const r of rivals) r.to.gained += (migration * (f.revenue + f.gained) * r.weight) / weights;
      }
      for (const holder of w.firms) holder.stakesLost += holder.given.openingStakes[f.given.id] ?? 0;
      for (const v of w.vendors) if (v.lab === f) v.vendor.stakesLost += v.stake;
      f.revenue = 0;
      f.gained = 0;
      f.need = 0;
      f.cash = 0;
      f.debt = 0;
    } else {
      f.debt = 0;
      f.cash = Math.max(f.cash, f.given.minCash);
    }
  }
}

/** 11. After: idle capacity, mood, growth. */
export function after(w: World, t: number): void {
  const { relet, reletTime, heal, panic, starvation } = w.levers;
  for (const f of w.firms) {
    const next = sum(w.contracts, (c) => (c.payee === f ? dueOf(c, t + 1) : 0));
    f.idle = Math.min(f.freed, Math.max(0, f.built - next));
    f.relet += (relet * f.idle - f.relet) / reletTime;
  }
  const bad = w.backlog > 0 ? (w.lost + w.arrears + w.cut) / w.backlog : 0;
  w.mood = Math.min(1, Math.max(0, w.mood + heal * (1 - w.mood) - panic * bad));
  for (const f of w.firms) {
    const rate = Math.max(-1, G(f.given, w.levers, t) + f.shock);
    const growth = 1 + rate * (1 - starvation * f.starved);
    f.revenue *= growth;
    f.gained *= growth;
    f.need *= 1 + N(f.given, w.levers, t);
  }
}
