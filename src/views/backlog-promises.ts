import type { Run } from '../engine';
import { contractsOwedBy } from '../world/claim-measures';
import { nothing } from './facts';
import { type Printed, printed } from './sums';

/** What becomes of the instalments of one payer: quarter by quarter, and in all. Billions. */
export interface Instalments {
  readonly payer: number;
  readonly promised: number;
  /** Over the run: these and `later` add up to what was promised. */
  readonly paid: number;
  readonly cut: number;
  readonly lost: number;
  readonly badDebt: number;
  /** Late bills that were settled when it failed. */
  readonly recovered: number;
  /** Neither paid nor lost when the run ends: late, or not due yet. */
  readonly later: number;
  readonly quarters: readonly QuarterOfInstalments[];
}

/** The instalments of one quarter as they were signed. All but `firm` add up to `signed`. */
export interface QuarterOfInstalments {
  readonly signed: number;
  /** Of what is still in force, the part that is due whether the machines are used or not. */
  readonly firm: number;
  /** Paid in the quarter in which it is due. */
  readonly paid: number;
  /** Due and not paid in this quarter. */
  readonly late: number;
  /** Declined, as the contract allows. */
  readonly cut: number;
  /** Its contract has ended before its term. */
  readonly gone: number;
}

/** The instalments of firm i. */
export function instalmentsOf(run: Run, i: number): Instalments {
  const { network, contract, levers } = run;
  const { contracts, quarters, firms } = network;
  const own = contractsOwedBy(network, firms[i].id);
  const all = { promised: 0, paid: 0, cut: 0, lost: 0, recovered: 0 };
  const byQuarter = Array.from({ length: quarters }, () => ({ signed: 0, firm: 0, paid: 0, late: 0, cut: 0, gone: 0 }));
  let badDebt = 0;
  for (const c of own) {
    const { start, length, total } = contracts[c];
    const signed = schedule(total, length, levers.ramp);
    let late = 0;
    all.promised += total;
    for (let t = 0; t < quarters; t++) {
      const at = t * contracts.length + c;
      const inTerm = t >= start && t < start + length;
      const due = inTerm ? contract.due[at] : 0;
      all.paid += Math.min(contract.paid[at], late + due);
      all.cut += contract.cut[at];
      all.lost += contract.lost[at];
      all.recovered += contract.recovered[at];
      // What ends with the payer and was billed: the late bills of the quarter in which the contract ends, less what is recovered.
      if (contract.lost[at] > 0) badDebt += contract.arrears[at] - contract.recovered[at];
      late = contract.arrears[at];
      if (!inTerm) continue;
      const quarter = byQuarter[t];
      const paid = Math.min(contract.paid[at], due - contract.cut[at]);
      quarter.signed += signed[t - start];
      quarter.firm += levers.firmness * due;
      quarter.paid += paid;
      quarter.cut += contract.cut[at];
      quarter.late += Math.max(0, due - contract.cut[at] - paid);
      const gone = signed[t - start] - due;
      if (gone > nothing) quarter.gone += gone;
    }
  }
  const later = Math.max(0, all.promised - all.paid - all.cut - all.lost - all.recovered);
  return { payer: i, ...all, badDebt, later, quarters: byQuarter };
}

/** The instalments of a contract: each a little larger than the one before, by `ramp` a year. */
function schedule(total: number, length: number, ramp: number): number[] {
  const weights = Array.from({ length }, (_, k) => (1 + ramp) ** (k / 4));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (total * weight) / sum);
}

/** Heights of a drawing: `top` billions are `tall` units. */
export interface LayerPaths {
  readonly paid: string;
  readonly late: string;
  readonly cut: string;
  readonly gone: string;
  /** Along the top of what is legally due. */
  readonly firm: string;
}

export const quarterUnits = 2;
export const tallUnits = 400;

/** The most that is signed for one quarter. */
export function peakOf({ quarters }: Instalments): number {
  return quarters.reduce((most, { signed }) => Math.max(most, signed), 0);
}

const kept = ['paid', 'lost', 'cut', 'recovered', 'later'] as const;

/** The account of a payer as it is printed, in a sentence and in a table: its parts add up to what was promised. */
export function printedInstalments(instalments: Instalments): Printed & {
  readonly of: Readonly<Record<(typeof kept)[number], number>>;
} {
  const sum = printed(
    kept.map((key) => instalments[key]),
    instalments.promised,
  );
  const [paid, lost, cut, recovered, later] = sum.parts;
  return { ...sum, of: { paid, lost, cut, recovered, later } };
}

/** What becomes of a payer’s promise, in words that add up to it: "$272bn is paid, $444bn gone ($428bn ended, $16bn declined), $2bn of late bills settled". */
export function becomes(instalments: Instalments): string {
  const { of, say } = printedInstalments(instalments);
  const { paid: kept, lost: ended, cut: declined, recovered: settled, later: open } = of;
  const parts = [`${say(kept)} is paid`];
  if (declined > 0 && ended > 0)
    parts.push(`${say(ended + declined)} gone (${say(ended)} ended, ${say(declined)} declined)`);
  else if (ended > 0) parts.push(`${say(ended)} ended`);
  else if (declined > 0) parts.push(`${say(declined)} declined`);
  if (settled > 0) parts.push(`${say(settled)} of late bills settled`);
  if (open > 0) parts.push(`${say(open)} still to come`);
  return parts.join(', ');
}

/** The layers of the quarters, one on the other. */
export function layersOf({ quarters }: Instalments, top: number): LayerPaths {
  const y = (amount: number) => Math.round((amount / top) * tallUnits);
  const edges = quarters.map(({ paid, late, cut, gone }) => {
    const [a, b, c] = [paid, paid + late, paid + late + cut];
    return [0, a, b, c, c + gone].map(y);
  });
  const layer = (k: number) =>
    band(
      edges.map((edge) => edge[k]),
      edges.map((edge) => edge[k + 1]),
    );
  return {
    paid: layer(0),
    late: layer(1),
    cut: layer(2),
    gone: layer(3),
    firm: stairs(quarters.map(({ firm }) => y(firm))),
  };
}

/** The top of what was signed, quarter by quarter. */
export function signedLine({ quarters }: Instalments, top: number): string {
  return stairs(quarters.map(({ signed }) => Math.round((signed / top) * tallUnits)));
}

/** One column for each quarter that has any height, those beside each other in one shape. */
function band(lower: readonly number[], upper: readonly number[]): string {
  let path = '';
  for (let t = 0; t < lower.length; t++) {
    if (upper[t] <= lower[t]) continue;
    const from = t;
    while (t + 1 < lower.length && upper[t + 1] > lower[t + 1]) t++;
    path += `M${from * quarterUnits} ${-lower[from]}`;
    for (let k = from; k <= t; k++) path += `V${-upper[k]}h${quarterUnits}`;
    for (let k = t; k >= from; k--) path += `V${-lower[k]}h${-quarterUnits}`;
    path += 'Z';
  }
  return path;
}

/** A line in steps over the quarters that have any height. */
function stairs(heights: readonly number[]): string {
  let path = '';
  heights.forEach((height, t) => {
    if (height <= 0) return;
    path += heights[t - 1] > 0 ? `V${-height}` : `M${t * quarterUnits} ${-height}`;
    path += `h${quarterUnits}`;
  });
  return path;
}
