import type { Outcomes } from '../../../src/engine';

/** The first place where two outcomes are not the same to the bit (the sign of zero included), in words; undefined if there is none. */
export function firstDifference(a: Outcomes, b: Outcomes): string | undefined {
  const tables = (o: Outcomes) => ({ fellAt: o.fellAt, lost: o.lost, cut: o.cut, ...o.losses, ...o.series });
  const there: Readonly<Record<string, Float64Array | undefined>> = tables(b);
  for (const [name, values] of Object.entries(tables(a))) {
    const others = there[name];
    if (values?.length !== others?.length) return `${name}: ${values?.length} and ${others?.length} numbers`;
    const k = values?.findIndex((value, at) => !Object.is(value, others?.[at])) ?? -1;
    if (k >= 0) return `${name}[${k}]: ${values?.[k]} and ${others?.[k]}`;
  }
  return undefined;
}
