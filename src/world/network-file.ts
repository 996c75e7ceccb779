import type { Firm, Network } from '../engine';
import type { FirmInFile, NetworkFile, SourcedField } from './network-schema';

/** The network that a checked file describes: its values without their bases, as the engine takes them. */
export function toNetwork(file: NetworkFile): Network {
  return {
    quarters: file.quarters,
    firms: file.firms.map(toFirm),
    contracts: file.contracts.map(({ payer, payee, total, start, length }) => ({ payer, payee, total, start, length })),
    supply: file.supply.map(({ buyer, supplier, share, of }) => ({ buyer, supplier, share, of })),
    vendors: file.vendors.map(({ lab, vendor, weight }) => ({ lab, vendor, weight })),
    rivals: file.rivals.map(({ lab, to, weight }) => ({ lab, to, weight })),
    substitution: file.substitution.map(({ from, to, weight }) => ({ from, to, weight })),
    venture: { annual: file.venture.annual.value, growth: file.venture.growth.value },
  };
}

function toFirm({ name, role, id, lab, ...sourced }: FirmInFile): Firm {
  const values = Object.entries(sourced).map(([field, { value }]) => [field, value]);
  return { id, lab, ...(Object.fromEntries(values) as Values) };
}

/** The sourced values of a firm by name. The compiler checks above that they are all the engine wants. */
type Values = { readonly [Field in SourcedField]: FirmInFile[Field]['value'] };
