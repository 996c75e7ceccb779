import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { compileCore } from '../engine';
import { networkCommand } from './network/command';
import { print } from './print';

/**
 * `npm run --silent network -- FILE`: answers one request about any network (see `help` in network/help.ts). The runner has compiled the
 * engine and set the working directory to the top of the project; where the reader stands is in INIT_CWD.
 */
print(
  await networkCommand(process.argv.slice(2), {
    readText: (file) =>
      file === '-' ? text(process.stdin) : readFile(resolve(process.env.INIT_CWD ?? '.', file), 'utf8'),
    loadCore: async () => compileCore(await readFile(resolve('build/networks.wasm'))),
  }),
);
