import figuresJson from '../../content/figures.json';
import { createEngine, type Network } from '../engine';
import { exportRun, runToCsv } from '../world/export';
import { decode } from '../world/link';
import type { NetworkFile } from '../world/network-schema';
import { parseNetwork } from '../world/parse-network';
import { quoted } from '../world/quoted';
import { shippedFile, shippedNetwork } from '../world/shipped';
import { help, readArguments } from './arguments';

/** What the command needs of the machine it runs on. */
export interface Surroundings {
  readText(file: string): Promise<string>;
  loadCore(): Promise<WebAssembly.Module>;
}

/** What the command came to. One of `output` and `error` is empty. */
export interface Outcome {
  readonly output: string;
  /** One line. */
  readonly error: string;
  /** 0, or 2 for bad input. */
  readonly code: number;
}

/** Runs the command. Throws only if the machine fails it: the engine is missing or broken. */
export async function command(words: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const asked = readArguments(words);
  if (typeof asked === 'string') return bad(asked);
  if (asked.help) return good(help);
  const world = asked.network === undefined ? shipped : await readNetwork(asked.network, surroundings);
  if (typeof world === 'string') return bad(world);
  const { levers, refused } = decode(asked.query, world.file);
  // To a reader of the page a field is left out and the rest goes on; here nothing is run.
  if (refused.length > 0) return bad(refused.map(({ message }) => message.replace(' is left out: ', ': ')).join(' '));
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
  const file = quoted(name, 200);
  let text: string;
  try {
    text = await readText(name);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return `${file} cannot be read (${reasons[code ?? ''] ?? code ?? 'for an unknown reason'})`;
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    return `${file} is not JSON: ${quoted((fault as Error).message, 120).slice(1, -1)}`;
  }
  const parsed = parseNetwork(json, figuresJson);
  if (parsed.ok) return parsed;
  const [first, ...more] = parsed.messages;
  return `${file} is not a network: ${first}${more.length > 0 ? ` (and ${more.length} more)` : ''}`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'not allowed',
  EISDIR: 'it is a folder',
};

function good(output: string): Outcome {
  return { output, error: '', code: 0 };
}

function bad(why: string): Outcome {
  return { output: '', error: `world: ${why}`, code: 2 };
}
