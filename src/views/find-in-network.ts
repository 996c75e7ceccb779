import { linkLists } from '../world/network-edits';
import type { NetworkFile } from '../world/network-schema';
import { wordsIn } from './find-dials';
import { networkFields } from './network-fields';
import { linkWords, networkLinks } from './network-links';
import { counted, listed } from './words';

/**
 * What of a network has all the words of a text, in a sentence: firms by their names with the links that bind them, links by their kind and firms, and fields by what they are called. Undefined
 * if nothing has.
 */
export function foundInNetwork(text: string, file: NetworkFile): string | undefined {
  const has = wordsIn(text);
  const firms = file.firms.filter(({ name }) => has(name)).map(({ name }) => name);
  const links = linkLists.flatMap((list) => {
    const { one, title } = networkLinks[list];
    const found = file[list].filter((link) => has(`${title} ${one} ${linkWords(list, link, file).of}`)).length;
    return found === 0 ? [] : [counted(found, one)];
  });
  const field = Object.values(networkFields).find(({ label }) => has(label));
  if (firms.length > 0) {
    const bound = links.length > 0 ? `, with ${listed(links)}` : '';
    return `${listed(firms)} ${firms.length === 1 ? 'is a firm' : 'are firms'}${bound}.`;
  }
  if (links.length > 0) return `The network has ${listed(links)} of that name.`;
  return field && `Each firm has a field for it: ${field.label}.`;
}
