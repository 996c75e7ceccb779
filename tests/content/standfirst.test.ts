import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { numberWord } from '../../src/views/words';
import { shippedNetwork } from '../../src/world/shipped';

/** The numbers of the standfirst are words, so they are held against the figures and the network here. */
const read = (name: string) => readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8');
const figures: readonly { id: string; value: number }[] = JSON.parse(read('figures.json'));
const figureOf = (id: string) => figures.find((figure) => figure.id === id)?.value ?? Number.NaN;
const standfirst = /class="standfirst">([^<]*)</.exec(read('play.svx'))?.[1] ?? '';

it('speaks of as many companies as the network has labs that owe', () => {
  const owing = new Set(shippedNetwork.contracts.map(({ payer }) => payer));
  expect(shippedNetwork.firms.filter(({ id, lab }) => lab && owing.has(id))).toHaveLength(owing.size);
  expect(standfirst.toLowerCase()).toContain(`${numberWord(owing.size)} companies`);
});

it('says half of two trillion, as the filings do', () => {
  expect(standfirst).toContain('half of a two-trillion-dollar promise');
  expect(Math.round(figureOf('four-cloud-backlog-total') / 1000)).toBe(2);
  expect(figureOf('two-lab-share-of-backlog')).toBe(0.5);
  const owed = shippedNetwork.contracts.reduce((sum, { total }) => sum + total, 0);
  expect(owed).toBe(figureOf('two-lab-commitment-sum'));
  expect(owed / figureOf('four-cloud-backlog-total')).toBeCloseTo(0.5, 1);
});
