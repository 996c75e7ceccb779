import type { FirmSeries, LeverId } from '../engine';
import { isLeverId } from './dials';
import { inRun, parseQuarter, quarterLabel } from './quarters';
import { quoted } from './quoted';
import type { Cast } from './session.svelte';

/** What a plane shows of each of its worlds: who falls first, how many firms fall, how much of the promises is gone, when the first firm falls. */
export const planeShows = ['first', 'fallen', 'gone', 'when'] as const;
export type PlaneShows = (typeof planeShows)[number];

/**
 * What a line of a firm says: `cash` in hand, what other firms pay it (`received`), what its own customers do (`own`), its `debt`, what it burns (`burn`), or the
 * equity it raises (`equity`).
 */
export const lineKinds = ['cash', 'received', 'own', 'debt', 'burn', 'equity'] as const satisfies readonly FirmSeries[];
export type LineKind = (typeof lineKinds)[number];

/** Which payments are looked at: those between firms, with their investors, or those with everyone else as well. */
export const scopes = ['between', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** What is looked at in the lab's plane, futures and flows. Firms are named by their ids, for a network may be edited. */
export interface Panels {
  readonly plane: { readonly across: LeverId; readonly up: LeverId; readonly shows: PlaneShows };
  readonly futures: {
    /** Undefined: the first lab. */
    readonly firm: string | undefined;
    /** Undefined: the line that says most of the firm. */
    readonly line: LineKind | undefined;
  };
  readonly flows: {
    readonly quarter: number;
    /** Whose payments stand out. Undefined: nobody’s. */
    readonly firm: string | undefined;
    readonly scope: Scope;
  };
}

/** What the lab opens with. */
export const usualPanels: Panels = {
  plane: { across: 'stop', up: 'growth', shows: 'first' },
  futures: { firm: undefined, line: undefined },
  flows: { quarter: 0, firm: undefined, scope: 'between' },
};

/** The fields of a link that say them. */
const panelFields = ['plane', 'line', 'flows'] as const;

/** The fields `plane=growth:severity:gone`, `line=oracle:debt` and `flows=2029Q4:openai:all`, each only where it is not as the lab opens. */
export function writePanels({ plane, futures, flows }: Panels, { start }: Cast): string[] {
  const usual = usualPanels;
  const isUsualPair = plane.across === usual.plane.across && plane.up === usual.plane.up;
  const unless = <T extends string>(usually: T, value: T) => (value === usually ? '' : value);
  const fields = {
    plane: [...(isUsualPair ? ['', ''] : [plane.across, plane.up]), unless(usual.plane.shows, plane.shows)],
    line: [futures.firm ?? '', futures.line ?? ''],
    flows: [
      flows.quarter === usual.flows.quarter ? '' : quarterLabel(flows.quarter, start),
      flows.firm ?? '',
      unless(usual.flows.scope, flows.scope),
    ],
  };
  return panelFields.flatMap((name) => {
    const text = fields[name].join(':').replace(/:+$/, '');
    return text === '' ? [] : [`${name}=${text}`];
  });
}

/** Reads them. What it does not know it leaves at what the lab opens with, and says so. Undefined if the link has none of these fields. Never throws. */
export function readPanels(
  fields: ReadonlyMap<string, string>,
  cast: Cast,
): { readonly panels: Panels | undefined; readonly faults: readonly (readonly [field: string, message: string])[] } {
  const faults: [string, string][] = [];
  if (!panelFields.some((name) => fields.has(name))) return { panels: undefined, faults };

  /** The parts of a field, each as `read` has it; undefined where it is empty or not known. */
  const partsOf = (name: (typeof panelFields)[number]) => {
    const parts = (fields.get(name) ?? '').trim().split(':');
    return <T>(at: number, what: string, read: (text: string) => T | undefined): T | undefined => {
      const text = parts[at] ?? '';
      const value = text === '' ? undefined : read(text);
      if (text !== '' && value === undefined) faults.push([name, `${quoted(text)} in ${name} is left out: ${what}.`]);
      return value;
    };
  };
  const oneOf =
    <T extends string>(known: readonly T[]) =>
    (text: string) =>
      known.find((one) => one === text);
  const dial = (text: string) => (isLeverId(text) ? text : undefined);
  const firm = oneOf(cast.firms.map(({ id }) => id));
  const quarter = (text: string) => {
    const t = parseQuarter(text, cast.start);
    return t !== undefined && inRun(t, cast) ? t : undefined;
  };

  const [plane, line, flows] = panelFields.map(partsOf);
  const usual = usualPanels;
  const across = plane(0, 'there is no such dial', dial);
  const up = plane(1, 'there is no such dial', dial);
  const isPair = across !== undefined && up !== undefined && across !== up;
  const isTried = across !== undefined || up !== undefined;
  if (isTried && !isPair && faults.length === 0)
    faults.push(['plane', 'The dials of plane are left out: it needs two.']);
  return {
    panels: {
      plane: {
        ...(isPair ? { across, up } : { across: usual.plane.across, up: usual.plane.up }),
        shows: plane(2, 'a plane does not show that', oneOf(planeShows)) ?? usual.plane.shows,
      },
      futures: {
        firm: line(0, 'there is no such firm here', firm),
        line: line(1, 'there is no such line', oneOf(lineKinds)),
      },
      flows: {
        quarter: flows(0, 'it is not a quarter of the run', quarter) ?? usual.flows.quarter,
        firm: flows(1, 'there is no such firm here', firm),
        scope: flows(2, 'there are no such flows', oneOf(scopes)) ?? usual.flows.scope,
      },
    },
    faults,
  };
}
