/**
 * The shipped network in the engine's plain form. Its file gives most numbers as `{ value, basis }`; here only the value
 * counts. This reader is for tests: it trusts the file, which the world layer checks.
 */
import { readFileSync } from 'node:fs';
import type { Network } from '../../src/engine/network';

/** Replaces every `{ value, ... }` by its value, at any depth. */
function unwrap(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(unwrap);
  if (typeof x !== 'object' || x === null) return x;
  if ('value' in x) return unwrap(x.value);
  return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, unwrap(value)]));
}

export function shippedNetwork(): Network {
  const file = new URL('../../content/network-2026q3.json', import.meta.url);
  return unwrap(JSON.parse(readFileSync(file, 'utf8'))) as Network;
}
