import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { ensureCore } from './core.mjs';

const folder = fileURLToPath(new URL('../../assembly/', import.meta.url));

/**
 * Keeps build/core.wasm in step with assembly/: compiled before a build, a dev server or a test run starts, and again
 * on every change while the dev server runs. The module is in Vite's graph, so its importers are updated by Vite itself.
 */
export function assembly(): Plugin {
  let compiled: Promise<void> | undefined;
  const compile = async () => {
    await ensureCore('release');
    // The tests also run the checked build.
    if (process.env.VITEST) await ensureCore('debug');
  };
  return {
    name: 'assembly',
    // Called once for each environment.
    buildStart() {
      compiled ??= compile();
      return compiled;
    },
    configureServer(server) {
      server.watcher.add(folder);
      let broken = false;
      const again = async (file: string) => {
        if (!file.startsWith(folder) || !file.endsWith('.ts')) return;
        const { hot } = server.environments.client;
        compiled = compile();
        try {
          await compiled;
          // A return to the sources that were compiled before changes no file, so nothing else would clear the overlay.
          if (broken) hot.send({ type: 'full-reload' });
          broken = false;
        } catch (error) {
          broken = true;
          const message = error instanceof Error ? error.message : String(error);
          server.config.logger.error(message);
          hot.send({ type: 'error', err: { message, stack: '', plugin: 'assembly' } });
        }
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, again);
    },
  };
}
