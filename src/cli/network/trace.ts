import { traceSources } from '../../engine/networks';
import { quoted, shown } from '../../world/quoted';
import type { Entries } from './entries';
import { amount, perNode, type Request, refuse, refuseTable } from './fields';
import { readMatrix } from './matrix';
import { graphOf, type Task } from './task';

/** Shares add up to 1 as nearly as this, or some of the money came from nowhere. */
const NEARLY = 1e-9;

/** Which share of what passes through a node came in at which source. */
export const trace: Task = {
  fields: ['flows', 'edges', 'n', 'sources'],
  async answer(request, core) {
    const flows = readMatrix(request, { name: 'flows', noDiagonal: 'a node cannot pay itself' });
    const { labels, entering } = readSources(request, flows.n);
    const traced = traceSources(await graphOf(flows, core), entering);
    if (!traced)
      refuse('sources', 'too little enters from outside, beside what goes round, to tell where that came from');
    const { throughflow, shares } = traced;
    const byNode = Array.from(throughflow, (_, i) =>
      labels.map((label, k) => [label, shares[k][i]] as const).filter(([, share]) => share > 0),
    );
    byNode.forEach((parts, i) => {
      const known = parts.reduce((sum, [, share]) => sum + share, 0);
      if (throughflow[i] > 0 && known < 1 - NEARLY) refuseUnfed(flows, throughflow, i);
    });
    return { shares: byNode.map((parts) => Object.fromEntries(parts)), throughflow: Array.from(throughflow) };
  },
};

/** Says why the origin of what node i receives cannot be told: somewhere upstream money is spent that never came in. */
function refuseUnfed({ row }: Entries, throughflow: Float64Array, i: number): never {
  const spender = row.find((payer) => throughflow[payer] === 0);
  const why =
    spender === undefined
      ? `node ${i} receives money that only goes round and that no source feeds`
      : `node ${spender} pays and has nothing coming in`;
  return refuse('sources', `${why}, so that its origin cannot be told`);
}

/** Per label what enters at each node, labels in the order in which they first occur. */
function readSources(request: Request, n: number) {
  const sources = perNode(request.sources, 'sources', n).map((source, i) => {
    if (typeof source === 'object' && source !== null && !Array.isArray(source)) return Object.entries(source);
    return refuse(`sources[${i}]`, `must be an object of amounts by label, but is ${shown(source)}`);
  });
  const labels = [...new Set(sources.flatMap((entries) => entries.map(([label]) => label)))];
  refuseTable('sources', n, labels.length, 'labels');
  const entering = new Map(labels.map((label) => [label, new Float64Array(n)]));
  sources.forEach((entries, i) => {
    for (const [label, value] of entries) {
      const amounts = entering.get(label);
      if (amounts) amounts[i] = amount(value, `sources[${i}][${quoted(label)}]`);
    }
  });
  return { labels, entering: [...entering.values()] };
}
