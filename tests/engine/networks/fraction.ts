/** Exact arithmetic, for oracles: a quotient of whole numbers in lowest terms, with a positive denominator. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);
  readonly top: bigint;
  readonly bottom: bigint;

  private constructor(top: bigint, bottom: bigint) {
    this.top = top;
    this.bottom = bottom;
  }

  static of(top: bigint, bottom: bigint): Fraction {
    if (bottom === 0n) throw new Error('a fraction over nothing');
    const sign = bottom < 0n ? -1n : 1n;
    const common = sign * divisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
    return new Fraction(top / common, bottom / common);
  }

  /** Exactly the number that the computer holds, which for 0.1 is not a tenth. */
  static from(x: number): Fraction {
    let bottom = 1n;
    let scaled = x;
    while (!Number.isInteger(scaled)) {
      scaled *= 2;
      bottom *= 2n;
    }
    return Fraction.of(BigInt(scaled), bottom);
  }

  plus({ top, bottom }: Fraction): Fraction {
    return Fraction.of(this.top * bottom + top * this.bottom, this.bottom * bottom);
  }

  minus({ top, bottom }: Fraction): Fraction {
    return Fraction.of(this.top * bottom - top * this.bottom, this.bottom * bottom);
  }

  times({ top, bottom }: Fraction): Fraction {
    return Fraction.of(this.top * top, this.bottom * bottom);
  }

  over({ top, bottom }: Fraction): Fraction {
    return Fraction.of(this.top * bottom, this.bottom * top);
  }

  below({ top, bottom }: Fraction): boolean {
    return this.top * bottom < top * this.bottom;
  }

  equals({ top, bottom }: Fraction): boolean {
    return this.top === top && this.bottom === bottom;
  }

  get isZero(): boolean {
    return this.top === 0n;
  }

  /** The nearest number, near enough for a comparison to 1e-15. */
  toNumber(): number {
    const scale = 10n ** 30n;
    return Number((this.top * scale) / this.bottom) / Number(scale);
  }
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** Solves matrix x = right exactly, by elimination with row exchanges; undefined if the matrix is singular. */
export function solveExactly(
  matrix: readonly (readonly Fraction[])[],
  right: readonly Fraction[],
): Fraction[] | undefined {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let k = 0; k < n; k++) {
    const at = rows.findIndex((row, r) => r >= k && !row[k].isZero);
    if (at < 0) return undefined;
    [rows[k], rows[at]] = [rows[at], rows[k]];
    const pivot = rows[k];
    for (let r = 0; r < n; r++) {
      if (r === k || rows[r][k].isZero) continue;
      const factor = rows[r][k].over(pivot[k]);
      rows[r] = rows[r].map((x, q) => x.minus(factor.times(pivot[q])));
    }
  }
  return rows.map((row, k) => row[n].over(row[k]));
}
