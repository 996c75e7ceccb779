import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { toNetwork } from '../world/network-file.ts';
import type { NetworkFile } from '../world/network-schema';
import type { ShippedValues } from '../world/shipped-values';

const name = 'virtual:network-values';
const resolved = `\0${name}`;

/** `virtual:network-values`: what runs of a network file, without the bases of its values, which weigh twice as much and are read in notes and in the lab. */
export function networkValues(file: string): Plugin {
  return {
    name: 'network-values',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      this.addWatchFile(file);
      const whole: NetworkFile = JSON.parse(readFileSync(file, 'utf8'));
      const { title, start, quarters, asOf, firms } = whole;
      const cast = { title, start, quarters, asOf, firms: firms.map(({ id, name, role }) => ({ id, name, role })) };
      const values: ShippedValues = { cast, network: toNetwork(whole) };
      return `export default ${JSON.stringify(values)}`;
    },
  };
}
