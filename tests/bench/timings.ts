/** Runs something again and again, after a few times that do not count, and gives the milliseconds of each. */
export async function timings(times: number, act: (k: number) => Promise<unknown> | unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let k = -2; k < times; k++) {
    const from = performance.now();
    await act(k + 2);
    if (k >= 0) taken.push(performance.now() - from);
  }
  return taken;
}

/** A row of a table: least, median, upper quartile and greatest, in milliseconds, and what the median makes a second of the `runs` that were timed, if any. */
export function timingRow(name: string, taken: readonly number[], runs?: number): string {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const numbers = [at(0), at(0.5), at(0.75), at(1)].map((ms) => ms.toFixed(1).padStart(9));
  const rate = runs === undefined ? '' : String(Math.round((1000 * runs) / at(0.5))).padStart(11);
  return `${name.padEnd(34)}${numbers.join('')}${rate}`;
}

export const timingHead = `${'milliseconds'.padEnd(34)}${['least', 'median', '75%', 'most'].map((word) => word.padStart(9)).join('')}${'futures/s'.padStart(11)}`;
