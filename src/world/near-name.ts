import { quoted } from './quoted';

/** What is to be said of a name that is not there, for the fault of a file: `there is no dial "grwth" (is it "growth"?)`. */
export function noSuch(what: string, name: string, known: readonly string[]): string {
  const near = nearName(name, known);
  return `there is no ${what} ${quoted(name)}${near ? ` (is it "${near}"?)` : ''}`;
}

/** The candidate that a mistyped name most likely means, or undefined if none is close. */
export function nearName(name: string, candidates: readonly string[]): string | undefined {
  const typed = name.toLowerCase();
  if (typed.length > 32) return undefined;
  // A short name may be off by one letter, a longer one by two: "lok" is lock, "lo" is anybody's guess.
  const most = typed.length < 3 ? 0 : typed.length < 6 ? 1 : 2;
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const distance = edits(typed, candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Letters to insert, delete, replace or swap with a neighbour to turn a into b (optimal string alignment). */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? least) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
