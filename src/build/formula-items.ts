/** A piece of a formula. */
export type Item =
  | { readonly kind: 'number'; readonly text: string }
  | {
      readonly kind: 'name';
      readonly text: string;
      /** Its subscript. */
      readonly below?: string | undefined;
      /** Does a blank follow? Then a bracket after it is a factor and not what a function is of. */
      readonly apart: boolean;
    }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'group'; readonly items: readonly Item[] }
  | { readonly kind: 'call'; readonly name: Item; readonly items: readonly Item[] }
  | { readonly kind: 'power'; readonly base: Item; readonly exponent: Item }
  | { readonly kind: 'fraction'; readonly over: Item; readonly under: Item };

const token = /\s*(?:(\d*\.?\d+(?:e-?\d+)?)|([A-Za-z]+\d*)(?:_([A-Za-z]+))?(\s*)|(\+=|<=|>=|[-+*/^(),=<>?:]))/y;

/** Reads a formula in the notation of content/model.md. Throws if it is none. */
export function readFormula(text: string): readonly Item[] {
  const tokens: Item[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex;
    const [whole, number, name, below, space, sign] = token.exec(text) ?? [];
    if (whole === undefined) throw new Error(`"${text}" is no formula from "${text.slice(at)}" on`);
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, below, apart: space !== '' });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  const items = readItems(tokens);
  if (tokens.length > 0) throw new Error(`"${text}" closes a bracket that it did not open`);
  return items;
}

/** Reads up to the end or to a bracket that closes, which it leaves. Takes what it reads from `tokens`. */
function readItems(tokens: Item[]): readonly Item[] {
  const items: Item[] = [];
  while (tokens.length > 0 && !isSign(tokens[0], ')')) {
    const sign = tokens[0];
    if (isSign(sign, '/')) {
      tokens.shift();
      const over = items.pop();
      if (!over) throw new Error('A fraction has nothing above its bar');
      items.push({ kind: 'fraction', over, under: readFactor(tokens) });
    } else if (sign?.kind === 'sign' && sign.text !== '(') {
      items.push(sign);
      tokens.shift();
    } else items.push(readFactor(tokens));
  }
  return items;
}

/** A number, a name, a function of something or a group, with its power. */
function readFactor(tokens: Item[]): Item {
  const first = tokens.shift();
  if (!first) throw new Error('A formula ends too soon');
  let factor = first;
  if (isSign(first, '(')) factor = { kind: 'group', items: readGroup(tokens) };
  else if (first.kind === 'name' && !first.apart && isSign(tokens[0], '(')) {
    tokens.shift();
    factor = { kind: 'call', name: first, items: readGroup(tokens) };
  }
  if (!isSign(tokens[0], '^')) return factor;
  tokens.shift();
  return { kind: 'power', base: factor, exponent: readFactor(tokens) };
}

function readGroup(tokens: Item[]): readonly Item[] {
  const items = readItems(tokens);
  if (!tokens.shift()) throw new Error('A bracket is not closed');
  return items;
}

function isSign(item: Item | undefined, text: string): boolean {
  return item?.kind === 'sign' && item.text === text;
}
