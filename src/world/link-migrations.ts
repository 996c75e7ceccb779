import type { Fields } from './link-fields';

/**
 * Turns the fields of a link written with one version of the table of dials into fields with the same meaning in the next.
 * Pure. A changed usual value is written out where the old link left it unsaid; a renamed dial gets its new name; a changed
 * scale gets its new number.
 */
export type Migration = (fields: Fields) => Fields;

/** Migrations in order: the first leads from version 1 to version 2. One less than `tableVersion` of them. */
export const migrations: readonly Migration[] = [];

/** Brings fields of version `from` (1 or more) up to date. */
export function migrated(fields: Fields, from: number, steps: readonly Migration[] = migrations): Fields {
  return steps.slice(from - 1).reduce((old, step) => step(old), fields);
}
