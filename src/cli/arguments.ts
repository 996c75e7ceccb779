import { quoted } from '../world/quoted';

export const help = `Runs one world and prints what happens, as JSON.

  npm run --silent world -- [QUERY] [--network FILE] [--csv]

QUERY          dials as in a link: 'stop=2027Q3&severity=0.9&growth=0.6'; what it leaves out is usual
--network FILE another network file (as content/network-2026q3.json)
--csv          quarters and firms as a table
--help         this text

Money is in billions of US dollars. Bad input: one line on stderr, and exit code 2.
`;

/** What a command line asks for. */
export interface Arguments {
  readonly query: string;
  readonly network: string | undefined;
  readonly csv: boolean;
  readonly help: boolean;
}

/** Reads the words of a command line, or says in one line what is wrong with them. */
export function readArguments(words: readonly string[]): Arguments | string {
  let query: string | undefined;
  let network: string | undefined;
  let csv = false;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--help' || word === '-h') return { query: '', network: undefined, csv: false, help: true };
    if (word === '--csv') csv = true;
    else if (word === '--network' || word.startsWith('--network=')) {
      const file = word === '--network' ? rest.shift() : word.slice('--network='.length);
      if (file === undefined || file === '') return '--network needs the name of a file';
      if (network !== undefined) return '--network is given more than once';
      network = file;
    } else if (word.startsWith('-')) return `there is no option ${quoted(word)}; --help lists them`;
    else if (query !== undefined) return `only one query is taken, and ${quoted(word)} is a second one`;
    else query = word;
  }
  return { query: query ?? '', network, csv, help: false };
}
