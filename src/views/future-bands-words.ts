import type { LineKind } from '../world/panels';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import type { FutureBands } from './future-bands';
import { dollars } from './money';
import { possessive } from './words';

const verbs: Readonly<Record<LineKind, string>> = {
  cash: 'has',
  received: 'is paid',
  own: 'earns',
  debt: 'owes lenders',
  burn: 'burns',
  equity: 'raises',
};

/** What the choice of a line is called. */
export const lineNames: Readonly<Record<LineKind, string>> = {
  cash: 'cash',
  received: 'paid by other firms',
  own: 'revenue from outside',
  debt: 'debt',
  burn: 'burn',
  equity: 'equity raised',
};

/** Less than this share between two amounts is no difference that a reader could see. */
const visible = 0.02;

/** Where the line ends up, and when the futures are furthest apart. */
export function bandsFinding(bands: FutureBands, cast: Cast): string {
  const { quantiles, kind, firm, top } = bands;
  const name = cast.firms[firm].name;
  const t = widestAt(bands);
  const [low, high] = [quantiles[0][t], quantiles[quantiles.length - 1][t]];
  if (high - low < visible * top) return `For ${name} the futures hardly differ.`;
  const least = low < 0.005 ? 'nothing' : dollars(low);
  return `In nine futures of ten ${name} ${verbs[kind]} between ${least} and ${dollars(high)} in ${displayQuarter(t, cast.start)}, when they are furthest apart.`;
}

/** The quarter in which nine futures of ten spread widest. */
export function widestAt({ quantiles }: FutureBands): number {
  const [lowest, highest] = [quantiles[0], quantiles[quantiles.length - 1]];
  let widest = 0;
  for (const t of lowest.keys()) if (highest[t] - lowest[t] > highest[widest] - lowest[widest]) widest = t;
  return widest;
}

/** "OpenAI’s cash in hand as a quarter ends" */
export function lineWords({ firm, kind }: Pick<FutureBands, 'firm' | 'kind'>, cast: Cast): string {
  const { name } = cast.firms[firm];
  const lines: Readonly<Record<LineKind, string>> = {
    cash: `${possessive(name)} cash in hand as a quarter ends`,
    received: `what other firms pay ${name} in a quarter`,
    own: `what ${possessive(name)} own customers pay it in a quarter`,
    debt: `${possessive(name)} debt as a quarter ends`,
    burn: `what ${name} would burn in a quarter if it raised nothing`,
    equity: `the equity that ${name} raises in a quarter`,
  };
  return lines[kind];
}
