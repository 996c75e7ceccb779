/** A text in quotation marks for a message, shortened and without control characters, so that a message stays one readable line. */
export function quoted(text: string, most = 40): string {
  const letters = Array.from(text.slice(0, 4 * most).replace(/[\p{C}\s]+/gu, ' '));
  return `"${letters.length > most || text.length > 4 * most ? `${letters.slice(0, most).join('')}…` : letters.join('')}"`;
}

/** A value of a JSON file for a message: "must be a number, but is a list". */
export function shown(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'string') return `the text ${quoted(input)}`;
  return typeof input === 'object' ? 'an object' : String(input);
}
