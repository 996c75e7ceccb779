import { type Run, statuses } from '../run';
import { CUSTOMERS, INVESTORS, LENDERS, OPENING, type Palette } from './colours';
import { createMixing, type Mixing, mix } from './mixing';
import type { AllPayments, Payments } from './payments';

const SOUND = statuses.indexOf('sound');
const FAILED = statuses.indexOf('failed');

/**
 * The firms' cash as pots, carried through a run. A pot holds no less than nothing: a firm whose cash is negative has not paid a senior bill, so that
 * money has not moved. It leaves the pot when the bill is settled out of a later quarter's money.
 */
export interface Pots {
  readonly palette: Palette;
  readonly mixing: Mixing;
  /** Per firm: cash as the next quarter opens; may be negative. */
  readonly cash: Float64Array;
  /** firms x colours: what stands in the pots as the next quarter opens, by colour. Billions. */
  readonly stock: Float64Array;
  /** Per firm: what stood in its pot and came into it in the quarter last mixed. */
  readonly throughflow: Float64Array;
}

/** The pots as a run opens. */
export function openPots({ network }: Run, palette: Palette): Pots {
  const { firms } = network;
  const colours = palette.colours.length;
  const stock = new Float64Array(firms.length * colours);
  firms.forEach((firm, i) => {
    stock[i * colours + OPENING] = Math.max(0, firm.cash);
  });
  return {
    palette,
    mixing: createMixing(firms.length, colours),
    cash: Float64Array.from(firms, (firm) => firm.cash),
    stock,
    throughflow: new Float64Array(firms.length),
  };
}

/** Mixes quarter t: what stood in the pots, what came in from outside, the cheques, and all that firms paid one another. */
export function mixQuarter(pots: Pots, run: Run, payments: AllPayments, t: number): void {
  const { mixing, palette, stock, throughflow } = pots;
  const { colours, source } = mixing;
  const firms = mixing.pots;
  source.set(stock);
  for (let i = 0; i < firms; i++) {
    const at = t * firms + i;
    source[i * colours + CUSTOMERS] += run.firm.own[at] + run.firm.relet[at];
    source[i * colours + INVESTORS] += run.firm.investors[at];
    source[i * colours + LENDERS] += run.firm.borrowed[at];
  }
  const { from, to, paid } = payments.cheques;
  for (let v = 0; v < from.length; v++) {
    source[to[v] * colours + palette.ofFirm[from[v]]] += paid[t * from.length + v];
  }
  throughflow.fill(0);
  for (let i = 0; i < firms; i++) for (let k = 0; k < colours; k++) throughflow[i] += source[i * colours + k];
  mixing.flow.fill(0);
  addFlows(pots, payments.contracts, t);
  addFlows(pots, payments.orders, t);
  mix(mixing);
}

function addFlows({ mixing, throughflow }: Pots, { from, to, paid }: Payments, t: number): void {
  for (let link = 0; link < from.length; link++) {
    const amount = paid[t * from.length + link];
    mixing.flow[from[link] * mixing.pots + to[link]] += amount;
    throughflow[to[link]] += amount;
  }
}

/** What is left in the pots after step 9 of quarter t. */
export function closePots({ mixing, cash, stock }: Pots, run: Run, t: number): void {
  const { pots: firms, colours, shares } = mixing;
  for (let i = 0; i < firms; i++) {
    cash[i] = run.firm.cash[t * firms + i];
    const left = Math.max(0, cash[i]);
    for (let k = 0; k < colours; k++) stock[i * colours + k] = left * shares[i * colours + k];
  }
}

/**
 * Step 10 of quarter t, in firm order as there: what payees recover comes from creditors outside; the pot of a failed firm is lost; the creditors of a restructured
 * one forgive what is overdrawn and bring its cash up to its least. `onLost` hears of each pot that is lost. Returns what came in, in billions.
 */
export function failPots(
  pots: Pots,
  run: Run,
  { contracts }: AllPayments,
  t: number,
  onLost: (i: number) => void,
): number {
  const { status } = run.firm;
  const { mixing, cash, stock } = pots;
  const { pots: firms, colours } = mixing;
  let cameIn = 0;
  for (let i = 0; i < firms; i++) {
    const before = t > 0 ? status[(t - 1) * firms + i] : SOUND;
    const now = status[t * firms + i];
    if (now === before) continue;
    for (let c = 0; c < contracts.from.length; c++) {
      if (contracts.from[c] === i)
        cameIn += recover(pots, contracts.to[c], run.contract.recovered[t * contracts.from.length + c]);
    }
    if (now === FAILED) {
      cash[i] = 0;
      stock.fill(0, i * colours, (i + 1) * colours);
      onLost(i);
    } else {
      cash[i] = Math.max(0, cash[i]);
      cameIn += recover(pots, i, Math.max(0, run.network.firms[i].minCash - cash[i]));
    }
  }
  return cameIn;
}

/** Creditors' money for firm i. What is overdrawn takes it first, and only the rest stays in the pot. Returns the amount. */
function recover({ mixing, cash, stock }: Pots, i: number, amount: number): number {
  const overdrawn = Math.max(0, -cash[i]);
  stock[i * mixing.colours + LENDERS] += Math.max(0, amount - overdrawn);
  cash[i] += amount;
  return amount;
}
