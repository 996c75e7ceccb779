import { dist, serveFolder } from './built-site';

/** Serves the built essay while the tests run. Not by `vite preview`: it takes longer to start than to serve all of them. */
export default async function serve(): Promise<() => Promise<void>> {
  const { close } = await serveFolder(dist, { port: Number(process.env.ESSAY_PORT) });
  return close;
}
