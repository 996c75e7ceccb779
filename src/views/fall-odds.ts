import type { Levers, Network } from '../engine';
import type { Findings } from '../engine/futures';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { type Count, countOf, otherThan } from './hundred';
import { ofHundred } from './hundred-words';
import { listed } from './words';

/** How a firm fares over many futures. */
export interface FallOdds {
  readonly firm: number;
  /** In how many it fails or is restructured. */
  readonly falls: Count;
  /** Of those in which it falls, half have it do so in this quarter or before; undefined if it never does. */
  readonly middle: number | undefined;
}

/** All firms, in the order of the network. */
export function fallOdds(findings: Findings): FallOdds[] {
  const { quarters, firms } = findings.network;
  return firms.map((_, firm) => {
    const { share, standardError } = findings.survival(firm);
    const fell = findings
      .fellAt(firm)
      .filter((t) => t < quarters)
      .sort();
    return {
      firm,
      falls: otherThan(countOf(share[quarters - 1], standardError[quarters - 1])),
      middle: fell.length > 0 ? fell[(fell.length - 1) >> 1] : undefined,
    };
  });
}

/** "OpenAI falls in 63 of 100 futures, Anthropic in 4 of 100." */
export function fallOddsFinding(odds: readonly FallOdds[], cast: Cast): string {
  const fallen = odds
    .filter(({ falls }) => falls.share > 0)
    .toSorted((a, b) => b.falls.share - a.falls.share || a.firm - b.firm);
  const [first, ...others] = fallen;
  if (!first) return 'In none of these futures does a firm fall.';
  const name = ({ firm }: FallOdds) => cast.firms[firm].name;
  const often = others.filter(({ falls }) => falls.of100 > 0);
  const said = [
    `${name(first)} falls in ${ofHundred(first.falls)} futures`,
    ...often.map((one) => `${name(one)} in ${ofHundred(one.falls)}`),
  ];
  return `${listed(said)}.`;
}

/** "if it falls, half the time by 2029 Q4"; nothing of a firm that never does. */
export function middleWords({ middle, falls }: FallOdds, cast: Cast): string {
  if (middle === undefined) return '';
  return `${falls.share === 1 ? '' : 'if it falls, '}half the time by ${displayQuarter(middle, cast.start)}`;
}

/** What the declared uncertainty cannot move in this world, a sentence each. */
export function leftOut(levers: Levers, { firms, rivals, quarters }: Network): string[] {
  return [
    ...(levers.stop >= quarters
      ? ['The quarter of the stop stays as it is: in this world the music never stops.']
      : []),
    ...(firms.some(({ lab }) => lab) ? [] : ['Growth is not shaken: this network has no labs.']),
    ...(rivals.length > 0
      ? []
      : ['Where customers move on to makes no difference: no lab of this network has a rival.']),
  ];
}
