import type { Lab } from './lab.svelte';
import { encodeLab } from './lab-link';
import { outcomeOf } from './link-outcome';
import { pack } from './packing';
import type { Panels } from './panels';
import type { See } from './see';

/** The query of a link to all that the lab holds, without "?". Undefined while edits of the network are being packed. */
export function labQuery(
  lab: Lab,
  look: () => { readonly see: See; readonly panels: Panels },
): { readonly current: string | undefined } {
  let packed = $state.raw<{ of: object; letters: string }>();

  $effect(() => {
    const { edits } = lab;
    if (!edits) return;
    let overtaken = false;
    pack(edits).then(
      (letters) => {
        if (!overtaken) packed = { of: edits, letters };
      },
      // A browser without these streams: there is no link to this network, and a file of it all the same.
      (error: unknown) => console.warn(error),
    );
    return () => {
      overtaken = true;
    };
  });

  const current = $derived.by(() => {
    const { state, edits, shown } = lab;
    const net = packed?.of === edits ? packed?.letters : undefined;
    if (edits && net === undefined) return undefined;
    // The worlds in their order; the first is the one that a link's plain fields name.
    const [first, ...others] = state.worlds.map(({ levers }) => levers);
    const [run] = shown?.runs ?? [];
    if (!first) return undefined;
    const isRun = shown?.file === state.file && run !== undefined && run.levers === first;
    return encodeLab(first, { others, ...look(), net, was: isRun ? outcomeOf(run) : undefined }, state.file);
  });

  return {
    get current() {
      return current;
    },
  };
}
