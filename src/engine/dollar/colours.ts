import type { Network } from '../network';

/**
 * Where money came from when it last entered the network, or was last given by a vendor.
 * - `customers`: own revenue, and what relet capacity brings
 * - `investors`: equity from outside the network
 * - `lenders`: new loans; and what creditors outside put in when a firm falls: the arrears they let its payees recover, and the cash of a restructuring
 * - `opening`: what stood in the pots as the run opened, and has no history
 * - `vendor`: the cheques of the vendor `firm` (its index), whatever its own pot was made of
 */
export interface Colour {
  readonly kind: 'customers' | 'investors' | 'lenders' | 'opening' | 'vendor';
  readonly firm?: number;
}

/** Columns of the colours that every network has; those of the vendors follow, by firm. */
export const CUSTOMERS = 0;
export const INVESTORS = 1;
export const LENDERS = 2;
export const OPENING = 3;
const everywhere: readonly Colour[] = [
  { kind: 'customers' },
  { kind: 'investors' },
  { kind: 'lenders' },
  { kind: 'opening' },
];

export interface Palette {
  readonly colours: readonly Colour[];
  /** Per firm: the column of its cheques, or -1 for a firm that funds nobody. */
  readonly ofFirm: Int32Array;
}

/** The colours of a network: the same for all its runs. */
export function paletteOf({ firms, vendors }: Network): Palette {
  const colours = [...everywhere];
  const ofFirm = new Int32Array(firms.length).fill(-1);
  firms.forEach(({ id }, firm) => {
    if (!vendors.some(({ vendor }) => vendor === id)) return;
    ofFirm[firm] = colours.length;
    colours.push({ kind: 'vendor', firm });
  });
  return { colours, ofFirm };
}
