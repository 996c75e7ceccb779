/**
 * Who does what, as the network alone says it: so that a step passes over the firms it can only leave as they are. What a firm without a role would get is
 * nothing, and that is written once, as a run opens.
 */
import {
  buyer,
  fundedLab,
  intensity,
  isLab,
  onSales,
  payee,
  payer,
  vendor,
  yearlyCapex,
  yearlyCompute,
} from '../given';
import { contracts, firms, supplyLinks, vendorLinks } from '../sizes';

/** 1 for a firm that pays contracts or needs compute. */
export let takes = new StaticArray<i32>(0);
/** 1 for a firm whose burn decides something: a lab raises money by it, and one that pays contracts worries its suppliers by it. */
export let watched = new StaticArray<i32>(0);
/** 1 for a firm that spends on capital, or to which contracts fall due. */
export let builds = new StaticArray<i32>(0);
/** 1 for a firm to which contracts fall due. */
export let isPayee = new StaticArray<i32>(0);
/** 1 for a firm that must buy what it sells. */
export let resells = new StaticArray<i32>(0);
/** 1 for a firm that may fund a lab. */
export let funds = new StaticArray<i32>(0);
/** By firm: its first vendor link if it is a lab, else -1. By vendor link: the next one of the same lab, or -1. */
export let firstVendor = new StaticArray<i32>(0);
export let nextVendor = new StaticArray<i32>(0);

export function allocateRoles(): void {
  takes = new StaticArray<i32>(firms);
  watched = new StaticArray<i32>(firms);
  builds = new StaticArray<i32>(firms);
  isPayee = new StaticArray<i32>(firms);
  resells = new StaticArray<i32>(firms);
  funds = new StaticArray<i32>(firms);
  firstVendor = new StaticArray<i32>(firms);
  nextVendor = new StaticArray<i32>(vendorLinks);
}

/** Reads the roles from the network. */
export function readRoles(): void {
  for (let i = 0; i < firms; i++) {
    takes[i] = yearlyCompute[i] != 0 ? 1 : 0;
    builds[i] = yearlyCapex[i] != 0 || intensity[i] != 0 ? 1 : 0;
    isPayee[i] = 0;
    resells[i] = 0;
    funds[i] = 0;
    firstVendor[i] = -1;
  }
  for (let c = 0; c < contracts; c++) {
    takes[payer[c]] = 1;
    builds[payee[c]] = 1;
    isPayee[payee[c]] = 1;
  }
  for (let i = 0; i < firms; i++) watched[i] = takes[i] | isLab[i];
  for (let s = 0; s < supplyLinks; s++) if (onSales[s]) resells[buyer[s]] = 1;
  for (let k = vendorLinks - 1; k >= 0; k--) {
    const lab = fundedLab[k];
    if (!isLab[lab]) continue;
    funds[vendor[k]] = 1;
    nextVendor[k] = firstVendor[lab];
    firstVendor[lab] = k;
  }
}
