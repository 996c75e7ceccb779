import { readFileSync } from 'node:fs';

/** A file of content/, read afresh, so that a test may change its copy. The type is the test's word. */
export function readContent<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8')) as T;
}
