import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { fallsOf, isGone } from './fall';
import { type Measure, type Quantity, quantity, quantityOf } from './measure';
import { amount } from './money';

interface NumbersRow {
  readonly id: string;
  readonly name: string;
  readonly quantity: Quantity;
  /** In billions, as text. */
  readonly cells: readonly { readonly value: string; readonly reference: string }[];
  readonly status: string;
}

/** The table behind the timeline: each firm at the opening, at each year's end and at the end of the run. */
export function numbersOf(
  run: Run,
  /** The quiet reference. */
  reference: Run,
  measure: Measure,
  cast: Cast,
): { readonly labels: readonly string[]; readonly rows: readonly NumbersRow[] } {
  const names = Array.from({ length: cast.quarters }, (_, t) => displayQuarter(t, cast.start));
  const quarters = names.flatMap((name, t) => (t === 0 || t === names.length - 1 || name.endsWith('Q4') ? [t] : []));
  const falls = fallsOf(run);
  const rows = cast.firms.map(({ id, name }, firm): NumbersRow => {
    const which = quantityOf(measure, run.network.firms[firm].lab);
    const said = (one: Run, t: number) => (isGone(one, firm, t) ? '–' : amount(quantity(one, which, t, firm)));
    const fall = falls.find((other) => other.firm === firm);
    return {
      id,
      name,
      quantity: which,
      cells: quarters.map((t) => ({
        value: said(run, t),
        reference: said(reference, t),
      })),
      status: fall ? `${fall.kind} ${names[fall.t]}` : 'goes on',
    };
  });
  return { labels: quarters.map((t) => names[t]), rows };
}
