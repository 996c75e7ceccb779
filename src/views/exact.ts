/** Numbers as they are, for those who check sums. By hand and not by locale: the page must read the same where it is built and where it is read. */

/** Billions to the million: "1,048.000", "−3.250". */
export function millions(billions: number): string {
  const [whole = '', part = ''] = Math.abs(billions).toFixed(3).split('.');
  const text = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
  return billions < 0 && Number(text.replaceAll(',', '')) !== 0 ? `−${text}` : text;
}

/** Billions, rounded as `millions` prints them. */
export function toMillion(billions: number): number {
  return Number(billions.toFixed(3));
}

const raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;

/** "0", or what a tiny number is: "1.8 × 10⁻¹²". */
export function tiny(value: number): string {
  if (value === 0) return '0';
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  const power = [...exponent].map((sign) => (sign === '-' ? '⁻' : (raised[Number(sign)] ?? ''))).join('');
  return `${mantissa} × 10${power}`;
}

/** "$89.5bn", "$1,048bn": not rounded. */
export function exactDollars(billions: number): string {
  const [whole = '', part] = String(Math.abs(billions)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${billions < 0 ? '−' : ''}$${part === undefined ? grouped : `${grouped}.${part}`}bn`;
}

/** "47.8%": to the hundredth of a percent. */
export function exactPercent(share: number): string {
  return `${Number((100 * share).toFixed(2))}%`.replace('-', '−');
}
