import { byHand } from './network-edits';
import type { FirmInFile, NetworkFile } from './network-schema';

const set = (value: number) => ({ value, basis: byHand });

/** A firm that does nothing yet: no money, no growth, no debt. What may not be 0 is a length of time, and stands at a common one. */
export const emptyFirm: FirmInFile = {
  id: 'firm',
  name: 'New firm',
  role: 'other',
  lab: false,
  cash: set(0),
  debt: set(0),
  revenue: set(0),
  growth: set(0),
  growthLong: set(0),
  growthFade: set(4),
  costShare: set(0),
  costShareLong: set(0),
  fixedCost: set(0),
  serviceCost: set(0),
  idleCost: set(0),
  compute: set(0),
  computeGrowth: set(0),
  computeGrowthLong: set(0),
  computeFade: set(4),
  capex: set(0),
  capexGrowth: set(0),
  capexGrowthLong: set(0),
  capexFade: set(4),
  herding: set(0),
  intensity: set(0),
  leverage: set(0),
  rate: set(0),
  maturity: set(20),
  minCash: set(0),
  payout: set(0),
  ventureShare: set(0),
  openingStakes: { value: {}, basis: byHand },
};

/** An id for a firm of this name that no firm of the network has: "Third Lab" is third-lab, and the next one third-lab-2. */
export function freeId(name: string, { firms }: NetworkFile): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  const stem = plain === '' || plain in {} ? `firm${plain && '-'}${plain}` : plain;
  const taken = new Set(firms.map(({ id }) => id));
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
  return id;
}
