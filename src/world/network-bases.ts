import { type Basis, basisFault, type KnownFigures, readBasis } from './basis';
import type { FirmInFile, NetworkFile } from './network-schema';

/** Where one number of a network comes from, for the page to say beside it. */
export interface Source {
  /** The field in the file: "firms[2].cash", "contracts[0]", "venture.annual". */
  readonly path: string;
  /** The same by name: "microsoft.cash", "contracts.openai.oracle", "supply.nvidia.tsmc.sales", "venture.annual". */
  readonly name: string;
  readonly basis: Basis;
  /** The last fit before it in the same record, which "same fit" continues. */
  readonly fit: Basis | undefined;
}

/** The sources of everything in a network file, in the order of the file. */
export function sourcesOf(file: NetworkFile, known: KnownFigures): readonly Source[] {
  const one = (path: string, name: string, text: string): Source => {
    return { path, name, basis: readBasis(text, known), fit: undefined };
  };
  return [
    one('venture.annual', 'venture.annual', file.venture.annual.basis),
    one('venture.growth', 'venture.growth', file.venture.growth.basis),
    ...file.firms.flatMap((firm, i) => firmSources(firm, i, known)),
    ...file.contracts.map((c, i) => one(`contracts[${i}]`, `contracts.${c.payer}.${c.payee}`, c.basis)),
    ...file.supply.map((s, i) => one(`supply[${i}]`, `supply.${s.buyer}.${s.supplier}.${s.of}`, s.basis)),
    ...file.vendors.map((w, i) => one(`vendors[${i}]`, `vendors.${w.lab}.${w.vendor}`, w.basis)),
    ...file.rivals.map((r, i) => one(`rivals[${i}]`, `rivals.${r.lab}.${r.to}`, r.basis)),
    ...file.substitution.map((s, i) => one(`substitution[${i}]`, `substitution.${s.from}.${s.to}`, s.basis)),
  ];
}

function firmSources({ name, role, id, lab, ...sourced }: FirmInFile, i: number, known: KnownFigures): Source[] {
  let fit: Basis | undefined;
  return Object.entries(sourced).map(([field, value]) => {
    const before = fit;
    const basis = readBasis(value.basis, known, before);
    if (basis.kind === 'fit') fit = basis;
    return { path: `firms[${i}].${field}`, name: `${id}.${field}`, basis, fit: before };
  });
}

/** The faults of all bases of a file, as messages. */
export function basisFaults(file: NetworkFile, known: KnownFigures): string[] {
  return sourcesOf(file, known).flatMap(({ path, name, basis, fit }) => {
    const fault = basisFault(basis, fit);
    return fault === undefined ? [] : [`${path}.basis (${name.split('.', 1)[0]}): ${fault}`];
  });
}
