import type { KnipConfig } from 'knip';

/** Knip does not know .svx, nor what a style sheet takes from a package. What it needs of a file is its imports. */
const importsOf = (prose: string) => [...prose.matchAll(/^\s*import .*$/gm)].join('\n');
const filesOf = (sheet: string) =>
  [...sheet.matchAll(/url\("(@[^"]+)"\)/g)].map(([, file]) => `import '${file}';`).join('\n');

const config: KnipConfig = {
  // What no import leads to: named in HTML, in package.json or in the configuration of a tool.
  entry: [
    'src/entry-*.ts',
    'src/build/*.mjs',
    'src/build/draw-*.ts',
    'src/cli/*.ts',
    'src/offline/service-worker.ts',
    'assembly/{index,lanes/index,networks/index}.ts',
    'tests/bench/*.ts',
    'tests/browser/*.{config,spec}.ts',
  ],
  project: ['src/**/*.{ts,mjs,svelte,css}', 'content/*.svx', 'assembly/**/*.ts', 'tests/**/*.ts'],
  // The types in the signature of an exported function may be exported with it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: { svx: importsOf, css: filesOf },
};

export default config;
