import { quoted } from '../world/quoted';
import type { Surroundings } from './outcome';

/** What a JSON file holds, or in one line why that cannot be said. `called` is what the line calls the file. */
export async function readJson(
  name: string,
  readText: Surroundings['readText'],
  called = quoted(name, 200),
): Promise<{ readonly json: unknown } | string> {
  let text: string;
  try {
    text = await readText(name);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return `${called} cannot be read (${reasons[code ?? ''] ?? code ?? 'for an unknown reason'})`;
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (fault) {
    return `${called} is not JSON: ${quoted((fault as Error).message, 120).slice(1, -1)}`;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'not allowed',
  EISDIR: 'it is a folder',
  ERR_STRING_TOO_LONG: 'it is too long',
};
