/**
 * Which colour stands for whom. The colours themselves, for day and night, are in styles/tokens.css;
 * here are only their names. A firm that is not in this list takes the colour of its role, so any network file can be drawn.
 */
const firmIds = [
  'openai',
  'anthropic',
  'microsoft',
  'amazon',
  'google',
  'oracle',
  'meta',
  'nvidia',
  'tsmc',
  'investors',
] as const;

const roles = ['lab', 'cloud', 'platform', 'chips', 'foundry'] as const;

/** Colours of one party, as CSS values: `fill` for shapes, `text` for words (4.5:1 on paper, day and night). */
export interface Colours {
  readonly fill: string;
  readonly text: string;
}

const named = (name: string): Colours => ({ fill: `var(--${name})`, text: `var(--${name}-text)` });

const byFirm: ReadonlyMap<string, Colours> = new Map(firmIds.map((id) => [id, named(`firm-${id}`)]));
const byRole: ReadonlyMap<string, Colours> = new Map(roles.map((role) => [role, named(`role-${role}`)]));
const other = named('role-other');

/** The colours of a firm, or of the investors (id `investors`). */
export function coloursOf(party: { readonly id: string; readonly role?: string }): Colours {
  return byFirm.get(party.id) ?? byRole.get(party.role ?? '') ?? other;
}

/** What a firm that has failed is drawn with: its place stays, its colour goes. */
export const gone: Colours = named('gone');

/** The same as a `style` attribute, for an element whose parts use `var(--firm)` and `var(--firm-text)`. */
export function paint(colours: Colours): string {
  return `--firm: ${colours.fill}; --firm-text: ${colours.text}`;
}
