import { mappedPath } from '../../src/components/share/path-data';

/** A path with its points as they are, and not as steps, for a test to read. Throws if it is none. */
export function absolute(path: string): string {
  if (path === '') return '';
  const mapped = mappedPath(path, { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 });
  if (mapped === undefined) throw new Error(`This is no path: ${path}`);
  return mapped;
}
