import { describe, expect, it } from 'vitest';
import { type Basis, knownFigures, readBasis } from '../../src/world/basis';
import type { Figure } from '../../src/world/figures';
import { sourcesOf } from '../../src/world/network-bases';
import { shippedFile } from '../../src/world/shipped';
import { readContent } from './shipped-content';

const known = knownFigures(readContent<Figure[]>('figures.json'));
const read = (text: string, fit?: Basis) => readBasis(text, known, fit);

describe('reading a basis', () => {
  it.each<[string, Basis['kind'], string[]]>([
    ['openai-cash', 'figure', ['openai-cash']],
    ['openai-cash less a quarter of openai-burn-2026q1', 'figure', ['openai-cash', 'openai-burn-2026q1']],
    [
      'twice vc-two-labs-2026h1 less the rest: vc-strategic-share-two-labs-2026h1',
      'figure',
      ['vc-two-labs-2026h1', 'vc-strategic-share-two-labs-2026h1'],
    ],
    [
      'oracle-capex-fy2026 and -fy2027 less what the contract drives',
      'figure',
      ['oracle-capex-fy2026', 'oracle-capex-fy2027'],
    ],
    [
      'same fit, openai-burn-forecast-2028 and -2029',
      'fit',
      ['openai-burn-forecast-2028', 'openai-burn-forecast-2029'],
    ],
    [
      'set so that the first quarter is near break-even: anthropic-operating-profit-2026q2',
      'fit',
      ['anthropic-operating-profit-2026q2'],
    ],
    ['four times the 2026-Q1 total implied by alphabet-revenue-ttm', 'figure', ['alphabet-revenue-ttm']],
    ['openai-cash; openai-cash note', 'figure', ['openai-cash']],
    ['assumption: long-run growth', 'assumption', []],
    ['assumption: a made-up word, and openai-cash', 'assumption', ['openai-cash']],
    ['our own guess', 'assumption', []],
  ])('"%s" is a %s', (text, kind, figures) => {
    expect(read(text)).toMatchObject({ text, kind, figures, missing: [] });
  });

  it.each<[string, string[]]>([
    ['a made-up word', ['made-up']],
    ['openai-cash-2031', ['openai-cash-2031']],
    ['openai-burn-forecast-2028 and -2049', ['openai-burn-forecast-2049']],
    ['assumption: as openai-guess', ['openai-guess']],
    ['assumption: from plan-b2', ['plan-b2']],
    ['set so that the run meets openai-dream-2030', ['openai-dream-2030']],
  ])('"%s" names what is missing', (text, missing) => {
    expect(read(text).missing).toEqual(missing);
  });

  it('tells when figures are helped out by an assumption', () => {
    expect(read('anthropic-microsoft-commitment; assumption: five years')).toMatchObject({
      kind: 'figure',
      assumes: true,
    });
    expect(read('openai-cash').assumes).toBe(false);
  });

  it('gives a value of the same fit the figures of that fit', () => {
    const fit = read('set so that the run meets openai-compute-forecast-2028');
    expect(read('same fit, openai-cash', fit).figures).toEqual(['openai-compute-forecast-2028', 'openai-cash']);
  });
});

describe('the sources of the shipped network', () => {
  const sources = new Map(sourcesOf(shippedFile, known).map((source) => [source.name, source]));

  it('cover every number of it, each once', () => {
    const { firms, contracts, supply, vendors, rivals, substitution } = shippedFile;
    const links = [contracts, supply, vendors, rivals, substitution].reduce((sum, list) => sum + list.length, 0);
    expect(sources.size).toBe(2 + firms.length * 28 + links);
  });

  it('say where each stands, and name figures that exist', () => {
    expect(sources.get('openai.cash')?.path).toBe('firms[0].cash');
    expect(sources.get('contracts.openai.oracle')?.path).toBe('contracts[1]');
    expect(sources.get('supply.nvidia.tsmc.sales')?.basis.figures).toEqual(['tsmc-share-of-accelerator-bom']);
    expect(sources.get('openai.computeFade')?.basis).toMatchObject({
      kind: 'fit',
      figures: ['openai-compute-forecast-2028', 'openai-compute-total-to-2030'],
    });
    for (const { basis } of sources.values()) expect(basis.missing).toEqual([]);
  });

  it('leave no number that is neither sourced nor fitted nor called an assumption', () => {
    for (const { basis } of sources.values()) {
      if (basis.kind === 'assumption') expect(basis.text).toMatch(/^assumption: /);
      else expect(basis.figures.length).toBeGreaterThan(0);
    }
  });
});
