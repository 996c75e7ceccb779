/**
 * What the engine is given: firms and what binds them. Plain values only; where each value comes from
 * (its basis and grade) is the business of the world layer.
 *
 * Money is in billions of US dollars. "A year" marks an annual rate; everything else is a stock or a share.
 * Time is in quarters, 0 .. quarters - 1.
 */
export interface Network {
  /** How many quarters a run covers. */
  readonly quarters: number;
  readonly firms: readonly Firm[];
  readonly contracts: readonly Contract[];
  /** A link on a firm's sales comes after the links that make those sales. */
  readonly supply: readonly SupplyLink[];
  readonly vendors: readonly Vendor[];
  readonly rivals: readonly Rival[];
  readonly substitution: readonly Substitution[];
  readonly venture: { readonly annual: number; readonly growth: number };
}

/** One firm as it stands when the run opens. */
export interface Firm {
  readonly id: string;
  /** Does it live on raised money? A lab that fails is gone; any other firm is restructured. */
  readonly lab: boolean;
  readonly cash: number;
  readonly debt: number;
  /** Own revenue a year: from customers outside the network. */
  readonly revenue: number;
  readonly growth: number;
  readonly growthLong: number;
  /** Quarters in which the gap between first and long-run growth halves. */
  readonly growthFade: number;
  readonly costShare: number;
  readonly costShareLong: number;
  readonly fixedCost: number;
  readonly serviceCost: number;
  readonly idleCost: number;
  /** Compute it needs, a year. */
  readonly compute: number;
  readonly computeGrowth: number;
  readonly computeGrowthLong: number;
  readonly computeFade: number;
  readonly capex: number;
  readonly capexGrowth: number;
  readonly capexGrowthLong: number;
  readonly capexFade: number;
  readonly herding: number;
  /** Dollars built per dollar of yearly service sold. */
  readonly intensity: number;
  /** Most debt lenders accept, in years of operating cash. */
  readonly leverage: number;
  readonly rate: number;
  /** Average life of its debt, in quarters. */
  readonly maturity: number;
  readonly minCash: number;
  readonly payout: number;
  readonly ventureShare: number;
  /** What it holds of each lab's equity at the opening, by the lab's id. */
  readonly openingStakes: Readonly<Record<string, number>>;
}

/** A promise to pay for service: `total` over `length` quarters from `start`. */
export interface Contract {
  readonly payer: string;
  readonly payee: string;
  readonly total: number;
  readonly start: number;
  readonly length: number;
}

/** A buyer's orders from a supplier, as a share of its capex or of its sales. */
export interface SupplyLink {
  readonly buyer: string;
  readonly supplier: string;
  readonly share: number;
  readonly of: 'capex' | 'sales';
}

/** A supplier that funds its customer. */
export interface Vendor {
  readonly lab: string;
  readonly vendor: string;
  readonly weight: number;
}

/** Where a failed lab's customers go. */
export interface Rival {
  readonly lab: string;
  readonly to: string;
  readonly weight: number;
}

/** Whose growth eats into whose revenue. */
export interface Substitution {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}
