import figuresJson from '../../content/figures.json';
import { createEngine, type Network } from '../engine';
import { exportRun } from '../world/export';
import { runToCsv } from '../world/export-table';
import { decode } from '../world/link';
import type { NetworkFile } from '../world/network-schema';
import { parseNetwork } from '../world/parse-network';
import { quoted } from '../world/quoted';
import { shippedFile, shippedNetwork } from '../world/shipped';
import { help, readArguments } from './arguments';
import { bad, good, type Outcome, type Surroundings } from './outcome';
import { readJson } from './read-json';

/** Runs the command. Throws only if the machine fails it: the engine is missing or broken. */
export async function command(words: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const asked = readArguments(words);
  if (typeof asked === 'string') return bad('world', asked);
  if (asked.help) return good(help);
  const world = asked.network === undefined ? shipped : await readNetwork(asked.network, surroundings);
  if (typeof world === 'string') return bad('world', world);
  const { levers, refused } = decode(asked.query, world.file);
  // To a reader of the page a field is left out and the rest goes on; here nothing is run.
  if (refused.length > 0)
    return bad('world', refused.map(({ message }) => message.replace(' is left out: ', ': ')).join(' '));
  const engine = await createEngine(await surroundings.loadCore(), world.network);
  const run = engine.run(levers);
  return good(asked.csv ? runToCsv(run, world.file) : `${JSON.stringify(exportRun(run, world.file))}\n`);
}

interface Given {
  readonly file: NetworkFile;
  readonly network: Network;
}

const shipped: Given = { file: shippedFile, network: shippedNetwork };

/** The network of a file, or what is wrong with it in one line. */
async function readNetwork(name: string, { readText }: Surroundings): Promise<Given | string> {
  const read = await readJson(name, readText);
  if (typeof read === 'string') return read;
  const parsed = parseNetwork(read.json, figuresJson);
  if (parsed.ok) return parsed;
  const [first, ...more] = parsed.messages;
  return `${quoted(name, 200)} is not a network: ${first}${more.length > 0 ? ` (and ${more.length} more)` : ''}`;
}
