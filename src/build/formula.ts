import { type Item, readFormula } from './formula-items.ts';

/** Longest numerator or denominator that is set above or under a bar; a longer one could not be broken over lines. */
const longestInBar = 31;

/** Signs that are written otherwise on a keyboard. */
const signs: Readonly<Record<string, string>> = { '-': '−', '*': '·', '<=': '≤', '>=': '≥', '<': '&lt;', '>': '&gt;' };

/** Before these a line may end. */
const breaks = new Set(['+', '-', '*', '=', '+=', '?', ':', '<', '>', '<=', '>=']);

/** How a formula is set. */
interface Setting {
  /** Fractions with a bar, where a formula stands on lines of its own; in running text they would be too small or too high, and have a stroke. */
  readonly bars: boolean;
  /** What follows it and must not begin a line: a full stop. */
  readonly stop?: string;
}

/**
 * A formula in the notation of content/model.md as MathML: `x_i` is a subscript, `x^2` a power, `a / b` a fraction, `Lbar` has a bar, `sum_j` is a sum over j.
 * Browsers do not break a line inside `<math>`, so it comes in pieces, one after the other, between which a line can end. Throws if the text is no
 * formula.
 */
export function mathml(text: string, { bars, stop = '' }: Setting): string {
  const pieces: string[][] = [[]];
  let before: Item | undefined;
  for (const item of flat(readFormula(text), bars)) {
    const breaksHere = item.kind === 'sign' && breaks.has(item.text) && !isPrefix(item, before);
    const afterComma = before?.kind === 'sign' && before.text === ',';
    if ((breaksHere || afterComma) && before) pieces.push([]);
    pieces.at(-1)?.push(gap(before, item), set(item, before));
    before = item;
  }
  const math = pieces.map((piece) => `<math>${piece.join('')}</math>`);
  const last = stop && math.pop();
  return math.join('') + (last && `<span class="end">${last}${stop}</span>`);
}

/** Groups that stay in the line, with their brackets as signs, so that a line may end inside them. */
function flat(items: readonly Item[], bars: boolean): readonly Item[] {
  return items.flatMap((item): readonly Item[] => {
    if (item.kind === 'group') return [sign('('), ...flat(item.items, bars), sign(')')];
    if (item.kind === 'call') return [item.name, sign('('), ...flat(item.items, bars), sign(')')];
    if (item.kind === 'fraction' && !(bars && Math.max(width(item.over), width(item.under)) <= longestInBar)) {
      return [...flat([item.over], bars), sign('/'), ...flat([item.under], bars)];
    }
    return [item];
  });
}

function sign(text: string): Item {
  return { kind: 'sign', text };
}

function isPrefix(item: Item, before: Item | undefined): boolean {
  return item.kind === 'sign' && item.text === '-' && (!before || (before.kind === 'sign' && before.text !== ')'));
}

/** The space of a product without a sign, and between words. */
function gap(before: Item | undefined, item: Item): string {
  if (!before || item.kind === 'sign') return item.kind === 'sign' && item.text === '(' && factor(before) ? thin : '';
  return before.kind === 'sign' && before.text !== ')' ? '' : thin;
}

const thin = '<mspace width="0.2em"/>';

/** Is a bracket after it a product? After a name it is a function, unless the name was set apart. */
function factor(before: Item | undefined): boolean {
  return before !== undefined && before.kind === 'name' && before.apart === true;
}

function set(item: Item, before?: Item): string {
  switch (item.kind) {
    case 'number':
      return number(item.text);
    case 'name':
      return item.below === undefined ? name(item.text) : scripted(item.text, item.below);
    case 'sign':
      return operator(item.text, isPrefix(item, before));
    case 'power':
      return `<msup><mrow>${row([item.base])}</mrow><mrow>${row(bare(item.exponent))}</mrow></msup>`;
    case 'fraction':
      return `<mfrac><mrow>${row(bare(item.over))}</mrow><mrow>${row(bare(item.under))}</mrow></mfrac>`;
    default:
      return row([item]);
  }
}

/** Items in one piece. A fraction in it has a stroke, for it is in a fraction or an exponent already. */
function row(items: readonly Item[]): string {
  let before: Item | undefined;
  return flat(items, false)
    .map((item) => {
      const text = gap(before, item) + set(item, before);
      before = item;
      return text;
    })
    .join('');
}

/** What a bar or a raised place already holds together needs no brackets. */
function bare(item: Item): readonly Item[] {
  return item.kind === 'group' ? item.items : [item];
}

function number(text: string): string {
  const [mantissa, exponent] = text.split('e');
  if (exponent === undefined) return `<mn>${text}</mn>`;
  const power = `<msup><mn>10</mn><mrow>${exponent.startsWith('-') ? '<mo>−</mo>' : ''}<mn>${exponent.replace('-', '')}</mn></mrow></msup>`;
  return mantissa === '1' ? power : `<mn>${mantissa}</mn><mo>·</mo>${power}`;
}

/** One letter is a quantity and slanted by the style sheet; a longer name is upright. */
function name(text: string): string {
  if (text.endsWith('bar')) return `<mover accent="true">${name(text.slice(0, -3))}<mo stretchy="false">¯</mo></mover>`;
  const [, letter, index] = /^([a-z])(\d+)$/.exec(text) ?? [];
  if (letter && index) return `<msub>${name(letter)}<mn>${index}</mn></msub>`;
  return text.length === 1 ? `<mi class="letter" mathvariant="normal">${text}</mi>` : `<mi>${text}</mi>`;
}

function scripted(text: string, below: string): string {
  const base = text === 'sum' ? '<mo movablelimits="true">∑</mo>' : name(text);
  const letters = below.length > 2 ? `<mi>${below}</mi>` : `<mrow>${[...below].map(name).join('')}</mrow>`;
  return `<msub>${base}${letters}</msub>`;
}

function operator(text: string, prefix: boolean): string {
  if (text === '(' || text === ')') return `<mo stretchy="false">${text}</mo>`;
  if (text === '/') return '<mo lspace="0.08em" rspace="0.08em">/</mo>';
  if (text === '?' || text === ':') return `<mo lspace="0.28em" rspace="0.28em">${text}</mo>`;
  return `<mo form="${prefix ? 'prefix' : 'infix'}">${signs[text] ?? text}</mo>`;
}

function width(item: Item): number {
  return row([item]).replace(/<[^>]*>/g, '').length;
}
