import type { Levers } from '../engine';
import { decodePage, encodePage, labWorlds, type PageLink, type View } from './page-link';
import { type Panels, readPanels, writePanels } from './panels';
import { readSee, type See, writeSee } from './see';
import type { Cast } from './session.svelte';

/** What the lab looks at. */
interface Looks {
  /** In its chart: `see=cash:oracle:plan` (see.ts). */
  readonly see?: See | undefined;
  /** In its plane, futures and flows: `plane=growth:severity:gone`, `line=...`, `flows=...` (panels.ts). */
  readonly panels?: Panels | undefined;
}

/** A link to the lab: that of any page (page-link.ts), and what the lab looks at. The essay does not read that, nor fetch what reads it. */
export function encodeLab(levers: Levers, { see, panels, ...view }: Omit<View, 'more'> & Looks, cast: Cast): string {
  const seen = see && writeSee(see, cast);
  const more = [
    ...(seen === undefined ? [] : [`see=${seen}`]),
    ...(panels === undefined ? [] : writePanels(panels, cast)),
  ];
  return encodePage(levers, { ...view, more }, cast);
}

export function decodeLab(query: string, cast: Cast): PageLink & Looks {
  let looks: Looks = {};
  const link = decodePage(query, cast, labWorlds, (fields, refuse) => {
    const text = fields.get('see')?.trim();
    const { see, faults } = text === undefined ? { see: undefined, faults: [] } : readSee(text, cast);
    for (const fault of faults) refuse('see', fault);
    const { panels, faults: missed } = readPanels(fields, cast);
    for (const [name, fault] of missed) refuse(name, fault);
    looks = { see, panels };
  });
  return { ...link, ...looks };
}
