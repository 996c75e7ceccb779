import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unroll } from './unroll.mjs';

// Plain JavaScript on Node's own modules, for the command line uses it before anything could strip types.

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {'release' | 'debug'} Target */

/** The modules, each by its entry: the engine, which runs one world; many worlds at once; and the networks of payments. */
export const modules = {
  core: 'assembly/index.ts',
  lanes: 'assembly/lanes/index.ts',
  networks: 'assembly/networks/index.ts',
};

/** What the module is made of: the sources, the options and the compiler. */
function fingerprint() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'assembly'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join('assembly', name));
  for (const name of [
    ...sources,
    'asconfig.json',
    'src/build/core.mjs',
    'src/build/unroll.mjs',
    'node_modules/assemblyscript/package.json',
  ]) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The module after two more rounds of the compiler's own optimizer, at the highest level, which its command line does not offer.
 * @param {Uint8Array} bytes
 */
async function polished(bytes) {
  const { default: binaryen } = await import('assemblyscript/binaryen');
  const { Features } = binaryen;
  const module = binaryen.readBinary(bytes);
  module.setFeatures(
    Features.SIMD128 |
      Features.MutableGlobals |
      Features.BulkMemory |
      Features.BulkMemoryOpt |
      Features.SignExt |
      Features.NontrappingFPToInt,
  );
  binaryen.setOptimizeLevel(4);
  binaryen.setShrinkLevel(0);
  // The compiler, which shares this optimizer, has left its own limits behind: it copies small functions to many places. What pays here is the opposite.
  binaryen.setAlwaysInlineMaxSize(2);
  binaryen.setFlexibleInlineMaxSize(20);
  binaryen.setOneCallerInlineMaxSize(-1);
  binaryen.setAllowInliningFunctionsWithLoops(false);
  binaryen.setFastMath(false);
  binaryen.setLowMemoryUnused(false);
  binaryen.setClosedWorld(false);
  // The second round finds what the first has laid bare, and makes the module smaller.
  module.optimize();
  module.optimize();
  const better = module.emitBinary();
  module.dispose();
  return better;
}

/**
 * Compiles assembly/ for one target of asconfig.json, unless what stands in build/ was made from just these sources.
 * Throws with the compiler's own words if it cannot.
 * @param {Target} target
 */
export async function ensureCore(target) {
  const key = fingerprint();
  for (const [name, entry] of Object.entries(modules)) {
    await ensureModule(entry, `build/${name}${target === 'debug' ? '.debug' : ''}.wasm`, target, key);
  }
}

/**
 * @param {string} entry
 * @param {string} outFile
 * @param {Target} target
 * @param {string} key What it is made of.
 */
async function ensureModule(entry, outFile, target, key) {
  const stamp = join(root, `${outFile}.sha256`);
  if (existsSync(join(root, outFile)) && readText(stamp) === key) return;
  // Loading the compiler takes longer than using it, so only when there is work.
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map();
  const { error, stderr } = await asc.main([entry, '--target', target, '--outFile', outFile, '--baseDir', root], {
    readFile: (name, baseDir) => {
      const code = existsSync(resolve(baseDir, name)) ? readFileSync(resolve(baseDir, name), 'utf8') : null;
      return code && target === 'release' && name.startsWith('assembly/lanes/') ? unroll(code) : code;
    },
    writeFile: (name, contents) => {
      files.set(resolve(root, name), contents);
    },
  });
  if (error) throw new Error(`assembly/ does not compile:\n${stderr.toString().trim() || error.message}`);
  const binary = files.get(resolve(root, outFile));
  if (target === 'release' && binary instanceof Uint8Array) files.set(resolve(root, outFile), await polished(binary));
  // Written beside and moved into place: a reader at the same moment gets the old module or the new one, not a half.
  for (const [path, contents] of [...files, [stamp, key]]) {
    mkdirSync(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, contents);
    renameSync(draft, path);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureCore('release');
    await ensureCore('debug');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
