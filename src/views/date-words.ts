const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A date or a period of the figures for the eye: "31 March 2026", "first half of 2026", "fiscal 2026 (to 25 January 2026)". */
export function dateWords(text: string): string {
  return text
    .replace(/(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/g, (_, year, month, day) => {
      const name = `${months[Number(month) - 1]} ${year}`;
      return day === undefined ? name : `${Number(day)} ${name}`;
    })
    .replace(/(\d{4})-(\d{4})/, '$1 to $2')
    .replace(/(\d{4})-Q([1-4])/, '$1 Q$2')
    .replace(/(\d{4})-H1/, 'first half of $1')
    .replace(/(\d{4})-H2/, 'second half of $1')
    .replace(/CY(\d{4})/, 'calendar $1')
    .replace(/FY(\d{4})/, 'fiscal $1')
    .replace(/FQ([1-4]) (\d{4})/, 'fiscal Q$1 $2')
    .replace(/undated \((?:c\. )?(.*)\)/, 'undated, about $1');
}
