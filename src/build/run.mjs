import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureCore } from './core.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

// Runs a TypeScript file of this project: node src/build/run.mjs FILE [ARGUMENTS]
//
// Node 20 cannot strip types. The file is bundled into build/run/ and the bundle is used again until one of the files
// it was made of changes: 0.07 s, where Vite's runnerImport needs 0.25 s each time. Stdout belongs to the file that is run.

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the values of the shipped network and worlds are made of, no source files of a bundle and yet in it: the plugin, its name and what it reads. */
const values = [
  { plugin: 'src/build/network-values.ts', name: 'networkValues', content: 'content/network-2026q3.json' },
  { plugin: 'src/build/world-values.ts', name: 'worldValues', content: 'content/worlds.json' },
];

/** @param {readonly string[]} files */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} manifest */
function isFresh(manifest) {
  try {
    const { files, key } = JSON.parse(readFileSync(manifest, 'utf8'));
    return fingerprint(files) === key;
  } catch {
    // No bundle yet, or one of its sources is gone.
    return false;
  }
}

/**
 * @param {string} file
 * @param {string} outDir
 * @param {string} name
 */
async function bundle(file, outDir, name) {
  const { build, runnerImport } = await import('vite');
  // The import would set it to "development", and what the program itself builds after it would be too.
  process.env.NODE_ENV ??= 'production';
  const plugins = await Promise.all(
    values.map(async ({ plugin, name, content }) => {
      const { module } = await runnerImport(join(root, plugin), { configFile: false, logLevel: 'silent' });
      return module[name](join(root, content));
    }),
  );
  /** @type {string[]} */
  const sources = [];
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [
      ...plugins,
      {
        name: 'sources',
        moduleParsed({ id }) {
          sources.push(id);
        },
      },
    ],
    build: {
      ssr: join(root, file),
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      sourcemap: 'inline',
      rolldownOptions: { output: { entryFileNames: `${name}.js`, codeSplitting: false } },
    },
  });
  const files = sources
    .filter((source) => source.startsWith(root) && !source.includes('node_modules'))
    .map((source) => relative(root, source.replace(/\?.*/, '')));
  files.push('package-lock.json', 'src/build/run.mjs', ...values.flatMap(({ plugin, content }) => [plugin, content]));
  writeFileSync(join(outDir, `${name}.json`), JSON.stringify({ files, key: fingerprint(files) }));
}

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('usage: node src/build/run.mjs FILE [ARGUMENTS]');
const outDir = join(root, 'build/run');
const name = basename(file, '.ts');
const program = join(outDir, `${name}.js`);
try {
  ensureInstalled();
  await ensureCore('release');
  if (!isFresh(join(outDir, `${name}.json`))) await bundle(file, outDir, name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.argv = [process.execPath, program, ...args];
process.setSourceMapsEnabled(true);
// As npm does: the program runs at the top of the project, and learns where it was called from by INIT_CWD.
process.env.INIT_CWD ??= process.cwd();
process.chdir(root);
await import(pathToFileURL(program).href);
