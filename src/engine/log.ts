import { type Cause, causeKinds, type Event, eventKinds } from './run';

/** Fields of an event and of a cause in the module's log (`assembly/log.ts`). */
const eventFields = 8;
const causeFields = 4;

/** The log as the module keeps it. `counts`: how many events, how many causes. */
interface RawLog {
  readonly counts: Float64Array;
  readonly events: Float64Array;
  readonly causes: Float64Array;
}

const present = (index: number): number | undefined => (index < 0 ? undefined : index);

/** The events of a run, in the order in which they happened. */
export function decodeEvents({ counts, events, causes }: RawLog): Event[] {
  return Array.from({ length: counts[0] }, (_, index) => {
    const [t, kind, firm, by, contract, amount, first, many] = events.subarray(
      index * eventFields,
      (index + 1) * eventFields,
    );
    return {
      t,
      kind: eventKinds[kind],
      firm,
      by: present(by),
      contract: present(contract),
      amount,
      causes: Array.from({ length: many }, (_, k) => decodeCause(causes, first + k)),
    };
  });
}

function decodeCause(causes: Float64Array, index: number): Cause {
  const [kind, from, amount, event] = causes.subarray(index * causeFields, (index + 1) * causeFields);
  return { kind: causeKinds[kind], from: present(from), amount, event: present(event) };
}
