/** Amounts in words. By hand and not by locale: the page must read the same where it is built and where it is read. */

/** "1,048", "12", "3.4" under ten, "0.25" under one; never "-0". `digits`: so many decimals at most, and no fewer because of its size. */
export function amount(billions: number, digits = usualDigits(billions)): string {
  const size = Math.abs(billions);
  const [whole = '', part] = String(Number(size.toFixed(digits))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = part === undefined ? grouped : `${grouped}.${part}`;
  return billions < 0 && text !== '0' ? `−${text}` : text;
}

function usualDigits(billions: number): number {
  const size = Math.abs(billions);
  return size < 0.995 ? 2 : size < 9.95 ? 1 : 0;
}

/** "$428bn" */
export function dollars(billions: number, digits?: number): string {
  const text = amount(billions, digits);
  return text.startsWith('−') ? `−$${text.slice(1)}bn` : `$${text}bn`;
}

/** The least amount that is enough: as `dollars`, rounded up. */
export function dollarsUp(billions: number): string {
  const unit = 10 ** -usualDigits(billions);
  // A hair below, so that what is shown in full stays what it is.
  return dollars(Math.ceil(billions / unit - 1e-9) * unit);
}

/** An amount as it is shown. What is reckoned from it agrees with what a reader finds from what stands on the page. */
export function shown(billions: number): number {
  return Number(amount(billions).replace('−', '-').replaceAll(',', ''));
}

/** "428 billion dollars": for a screen reader. */
export function dollarsAloud(billions: number): string {
  return `${amount(billions).replace('−', 'minus ')} billion dollars`;
}
