import { type LeverId, type Levers, leverIds } from '../engine';
import { never } from './quarters';

/**
 * How a dial's number is read.
 * - `stop`: a quarter of the run, or never
 * - `share`: 0.9 is 90%
 * - `yearly`, `quarterly`: a share a year, a share a quarter
 * - `cents`: 0.3 is 30 cents on the dollar
 * - `plan`: 0.6 is 60% of what the network file plans
 * - `times`: a plain multiple
 * - `quarters`: a length of time
 * - `misses`: how many missed quarters
 */
export type Unit = 'stop' | 'share' | 'yearly' | 'quarterly' | 'cents' | 'plan' | 'times' | 'quarters' | 'misses';

/** The groups of dials, in the order in which they are shown. */
export const groups = [
  'The stop',
  'The raise',
  'The labs',
  'The promises',
  'The builders',
  'After a failure',
  'The mood',
] as const;
export type Group = (typeof groups)[number];

/** What has to happen in a run before a dial changes anything: the money stops, a bill goes unpaid, a firm falls. */
export type Awaited = 'stop' | 'miss' | 'fall';

interface Row {
  readonly name: string;
  /** One sentence: what the dial does. */
  readonly help: string;
  readonly unit: Unit;
  readonly group: Group;
  readonly min: number;
  readonly usual: number;
  readonly max: number;
  readonly step: number;
  /** Only whole numbers mean something. */
  readonly whole?: true;
  /** In a run in which this does not happen the dial does nothing. */
  readonly awaits?: Awaited;
}

/**
 * The table of dials: one row for each lever of the engine, in the engine's order. Slider, prose, link, help, tests and
 * documentation come from it. A changed usual value or bound needs a new `tableVersion` and a migration (link-migrations.ts).
 */
const rows = {
  stop: {
    name: 'The music stops',
    help: 'The quarter in which the money from investors begins to thin.',
    unit: 'stop',
    group: 'The stop',
    min: 0,
    usual: never,
    max: never,
    step: 1,
    whole: true,
  },
  severity: {
    name: 'Venture money that goes away',
    help: 'How much of the money on offer to labs is gone when the bottom is reached.',
    unit: 'share',
    group: 'The stop',
    min: 0,
    usual: 0.8,
    max: 1,
    step: 0.01,
    awaits: 'stop',
  },
  speed: {
    name: 'Time to the bottom',
    help: 'How many quarters the money takes to thin from all of it to the least.',
    unit: 'quarters',
    group: 'The stop',
    min: 1,
    usual: 3,
    max: 8,
    step: 1,
    whole: true,
    awaits: 'stop',
  },
  drought: {
    name: 'Length of the drought',
    help: 'How many quarters pass after the stop before money begins to return.',
    unit: 'quarters',
    group: 'The stop',
    min: 1,
    usual: 16,
    max: 32,
    step: 1,
    whole: true,
    awaits: 'stop',
  },
  supply: {
    name: 'Venture money on offer',
    help: 'How much money investors offer before anything stops, against what this network assumes.',
    unit: 'plan',
    group: 'The raise',
    min: 0,
    usual: 1,
    max: 2,
    step: 0.05,
  },
  vendorShare: {
    name: 'Put up by suppliers',
    help: 'The part of each raise that comes from firms which also sell to the lab.',
    unit: 'share',
    group: 'The raise',
    min: 0,
    usual: 0.4,
    max: 0.8,
    step: 0.01,
  },
  backstop: {
    name: 'Suppliers step in',
    help: 'How far suppliers fill the gap when investors do not give what a lab asks for.',
    unit: 'share',
    group: 'The raise',
    min: 0,
    usual: 0,
    max: 1,
    step: 0.01,
  },
  growth: {
    name: 'Growth of the labs',
    help: 'How fast the revenue of the labs grows, against plan.',
    unit: 'plan',
    group: 'The labs',
    min: 0,
    usual: 1,
    max: 1.5,
    step: 0.01,
  },
  compute: {
    name: 'Hunger for compute',
    help: 'How fast the compute that the labs need grows, against plan.',
    unit: 'plan',
    group: 'The labs',
    min: 0,
    usual: 1,
    max: 1.5,
    step: 0.01,
  },
  costs: {
    name: 'Other costs of the labs',
    help: 'What the labs spend on everything but compute, against plan.',
    unit: 'plan',
    group: 'The labs',
    min: 0.5,
    usual: 1,
    max: 1.5,
    step: 0.01,
  },
  runway: {
    name: 'Money wanted in the bank',
    help: 'How many quarters of burn a lab wants to hold after it has raised.',
    unit: 'quarters',
    group: 'The labs',
    min: 0,
    usual: 4,
    max: 12,
    step: 0.5,
  },
  reserve: {
    name: 'Money kept back',
    help: 'How many quarters of burn a lab keeps before it buys compute it could do without.',
    unit: 'quarters',
    group: 'The labs',
    min: 0,
    usual: 1,
    max: 4,
    step: 0.25,
  },
  starvation: {
    name: 'Price of going without',
    help: 'How much growth a lab loses when it cannot buy the compute it needs.',
    unit: 'times',
    group: 'The labs',
    min: 0,
    usual: 1,
    max: 2,
    step: 0.05,
  },
  firmness: {
    name: 'Firm part of a promise',
    help: 'The share of each instalment that must be paid, used or not.',
    unit: 'share',
    group: 'The promises',
    min: 0,
    usual: 0.9,
    max: 1,
    step: 0.01,
  },
  ramp: {
    name: 'Instalments rise by',
    help: 'How much larger the instalments of a contract get from one year to the next.',
    unit: 'yearly',
    group: 'The promises',
    min: 0,
    usual: 0.2,
    max: 1,
    step: 0.01,
  },
  grace: {
    name: 'Grace',
    help: 'How many missed quarters in a row creditors forgive before a firm has failed.',
    unit: 'misses',
    group: 'The promises',
    min: 0,
    usual: 1,
    max: 4,
    step: 1,
    whole: true,
    awaits: 'miss',
  },
  caution: {
    name: 'Caution of the builders',
    help: 'How hard those who build capacity brake on bad news.',
    unit: 'share',
    group: 'The builders',
    min: 0,
    usual: 0.6,
    max: 1,
    step: 0.01,
  },
  lead: {
    name: 'Time to build',
    help: 'How many quarters lie between ordering capacity and using it.',
    unit: 'quarters',
    group: 'The builders',
    min: 1,
    usual: 4,
    max: 8,
    step: 1,
    whole: true,
  },
  lock: {
    name: 'Orders that cannot be cancelled',
    help: 'The share of capital spending that is due even when the money is short.',
    unit: 'share',
    group: 'The builders',
    min: 0,
    usual: 0.35,
    max: 1,
    step: 0.01,
  },
  alarm: {
    name: 'Runway that alarms',
    help: 'Suppliers worry about a customer whose cash lasts fewer quarters than this.',
    unit: 'quarters',
    group: 'The builders',
    min: 0,
    usual: 2,
    max: 6,
    step: 0.5,
  },
  relet: {
    name: 'Capacity let again',
    help: 'The share of a failed customer’s capacity that finds a new tenant in the end.',
    unit: 'share',
    group: 'After a failure',
    min: 0,
    usual: 0.6,
    max: 1,
    step: 0.01,
    awaits: 'fall',
  },
  reletTime: {
    name: 'Time to let it again',
    help: 'How many quarters it takes to find the new tenants.',
    unit: 'quarters',
    group: 'After a failure',
    min: 1,
    usual: 4,
    max: 16,
    step: 1,
    whole: true,
    awaits: 'fall',
  },
  recovery: {
    name: 'Recovered from a failure',
    help: 'What creditors get back of each unpaid dollar when a firm has failed.',
    unit: 'cents',
    group: 'After a failure',
    min: 0,
    usual: 0.3,
    max: 1,
    step: 0.01,
    awaits: 'fall',
  },
  friction: {
    name: 'Burned by default',
    help: 'The share of what a defaulting firm still has that the default itself destroys.',
    unit: 'share',
    group: 'After a failure',
    min: 0,
    usual: 0,
    max: 0.5,
    step: 0.01,
    awaits: 'miss',
  },
  credit: {
    name: 'Credit that leaves with the mood',
    help: 'How much of a credit line lenders withdraw when the mood is gone.',
    unit: 'share',
    group: 'The mood',
    min: 0,
    usual: 0.6,
    max: 1,
    step: 0.01,
  },
  migration: {
    name: 'Customers who move on',
    help: 'The share of a failed lab’s customers who take their business to its rivals.',
    unit: 'share',
    group: 'After a failure',
    min: 0,
    usual: 0.6,
    max: 1,
    step: 0.01,
    awaits: 'fall',
  },
  substitution: {
    name: 'Taken from others',
    help: 'The share of the labs’ growth that comes out of another firm’s revenue, such as search.',
    unit: 'share',
    group: 'The labs',
    min: 0,
    usual: 0.1,
    max: 0.5,
    step: 0.01,
  },
  panic: {
    name: 'Panic',
    help: 'How much mood goes for each share of the backlog that is lost, cut or late: at 1, a tenth of it costs a tenth.',
    unit: 'times',
    group: 'The mood',
    min: 0,
    usual: 1.5,
    max: 5,
    step: 0.1,
  },
  heal: {
    name: 'Healing',
    help: 'The share of the lost mood that comes back each quarter.',
    unit: 'quarterly',
    group: 'The mood',
    min: 0,
    usual: 0.05,
    max: 0.3,
    step: 0.01,
  },
} as const satisfies Record<LeverId, Row>;

/** One dial: a row of the table. */
export interface Dial extends Readonly<Row> {
  readonly id: LeverId;
}

/** The version of the table of dials. Links carry it, so that a changed usual value never changes an old link. */
export const tableVersion = 1;

const byId: Readonly<Record<LeverId, Dial>> = mapLevers((id) => ({ id, ...rows[id] }));

/** All dials, in the order of the engine and of links. */
export const dials: readonly Dial[] = leverIds.map((id) => byId[id]);

/** The dial of a lever. */
export function dialOf(id: LeverId): Dial {
  return byId[id];
}

/** Is this the id of a dial? Safe for any text. */
export function isLeverId(text: string): text is LeverId {
  return Object.hasOwn(rows, text);
}

/** A record with one entry for each lever. */
export function mapLevers<T>(entry: (id: LeverId) => T): Record<LeverId, T> {
  return Object.fromEntries(leverIds.map((id) => [id, entry(id)])) as Record<LeverId, T>;
}

/** All dials at their usual values: the world in which everything goes to plan. */
export function usualLevers(): Levers {
  return mapLevers((id) => rows[id].usual);
}

/** Do all dials stand alike? */
export function equalLevers(a: Levers, b: Levers): boolean {
  return a === b || leverIds.every((id) => a[id] === b[id]);
}

/** Can the dial stand at this value? A finite number within its bounds, whole where only whole numbers mean something; on the grid of steps or off it. */
export function isAllowed(dial: Dial, value: number): boolean {
  return value >= dial.min && value <= dial.max && (!dial.whole || Number.isInteger(value));
}
