import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { ensureCore, modules } from './core.mjs';

const root = normalizePath(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * Keeps the modules in build/ in step with assembly/: compiled before a build, a dev server or a test run starts, and again
 * on every change while the dev server runs.
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
      const { hot } = server.environments.client;
      const recompile = async (file: string) => {
        if (!normalizePath(file).startsWith(`${root}assembly/`) || !file.endsWith('.ts')) return;
        compiled = compile();
        try {
          await compiled;
          // Vite updates those who import the module. Its own watcher does not see a file that is moved into place.
          for (const name of Object.keys(modules)) server.watcher.emit('change', `${root}build/${name}.wasm`);
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          server.config.logger.error(message);
          hot.send({ type: 'error', err: { message, stack: '', plugin: 'assembly' } });
        }
      };
      server.watcher.add(`${root}assembly`);
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, recompile);
    },
  };
}
