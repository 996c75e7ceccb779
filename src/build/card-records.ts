import { createEngine } from '../engine';
import { findingOf } from '../views/ring-words';
import { usualLevers } from '../world/dials';
import { digestOf } from '../world/digest';
import { decode } from '../world/link';
import { parseQuarter } from '../world/quarters';
import { shippedFile, shippedNetwork, shippedWorlds } from '../world/shipped';
import type { CardRecord } from './cards';

/** What the card of each shipped world has to show by the model of today, by the id of the world; and first that of the essay, which is the world it opens with. */
export async function cardRecords(core: WebAssembly.Module): Promise<Record<string, CardRecord>> {
  const [engine, planned] = await Promise.all([createEngine(core, shippedNetwork), createEngine(core, shippedNetwork)]);
  const plan = planned.run(usualLevers());
  const { worlds, opening, quarter } = shippedWorlds;
  const t = parseQuarter(quarter, shippedFile.start) ?? 0;
  const essay = {
    id: 'essay',
    name: 'When the Music Stops',
    query: worlds.find(({ id }) => id === opening)?.query ?? '',
  };
  return Object.fromEntries(
    [essay, ...worlds].map(({ id, name, query }) => {
      const run = engine.run(decode(query, shippedFile).levers);
      return [id, { query, name, finding: findingOf(run, plan, shippedFile, t), digest: digestOf(run) }];
    }),
  );
}
