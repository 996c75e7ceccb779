import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compileCore } from '../engine';
import { command } from './command';
import { print } from './print';

/**
 * `npm run --silent world -- QUERY`: runs a world without a page (see `help` in arguments.ts). The runner has compiled the engine and
 * set the working directory to the top of the project; where the reader stands is in INIT_CWD.
 */
print(
  await command(process.argv.slice(2), {
    readText: (file) => readFile(resolve(process.env.INIT_CWD ?? '.', file), 'utf8'),
    loadCore: async () => compileCore(await readFile(resolve('build/core.wasm'))),
  }),
);
