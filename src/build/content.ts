import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

/** Most faults that are worth listing at once. */
const most = 40;

// Imported when it runs and not above: what the configuration imports restarts the dev server when it changes, and
// the check reaches deep into src/world.
const check = fileURLToPath(new URL('./check-content.ts', import.meta.url));

/** Checks the data before anything is built from it, and stops the build with every fault found. */
export function content(folder: string): Plugin {
  return {
    name: 'content',
    async buildStart() {
      const { module } = await runnerImport<typeof import('./check-content.ts')>(check);
      const { files, faults } = module.checkContent(folder);
      for (const file of files) this.addWatchFile(file);
      if (faults.length === 0) return;
      const more = faults.length - most;
      const list = [...faults.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])];
      this.error(`The content has ${faults.length === 1 ? 'a fault' : 'faults'}:\n  ${list.join('\n  ')}`);
    },
  };
}
