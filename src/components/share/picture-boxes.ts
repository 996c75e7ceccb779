import { painted } from './colour';
import { element } from './markup';
import type { Definitions } from './picture-shapes';
import type { Origin } from './picture-text';

/** What a box of the page is filled and outlined with. */
export function boxMarkup(box: Element, style: CSSStyleDeclaration, origin: Origin, definitions: Definitions): string {
  return [...box.getClientRects()]
    .filter(({ width, height }) => width > 0 || height > 0)
    .map((rect) => {
      const place = { x: rect.left - origin.x, y: rect.top - origin.y, width: rect.width, height: rect.height };
      return haloed(place, style) + filled(place, style, definitions) + outlined(place, style);
    })
    .join('');
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function filled(place: Place, style: CSSStyleDeclaration, definitions: Definitions): string {
  const rx = radiusOf(style, place);
  const colour = painted('fill', style.backgroundColor);
  const plain = colour.fill === 'none' ? '' : element('rect', { ...place, rx, ...colour });
  const stripes = stripesOf(style.backgroundImage, place, definitions);
  return plain + (stripes ? element('rect', { ...place, rx, fill: `url(#${stripes})` }) : '');
}

/** The paper around a mark that keeps it apart from what it lies on: a shadow that is as wide on every side, and has no blur. */
function haloed({ x, y, width, height }: Place, style: CSSStyleDeclaration): string {
  const [, colour, spread] = /^(\S.*\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow) ?? [];
  if (colour === undefined) return '';
  const by = Number(spread);
  const around = { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
  return element('rect', { ...around, rx: radiusOf(style, around), ...painted('fill', colour) });
}

/** A stripe: "rgb(1, 2, 3) 0px", or only where the colour before it ends. */
const stop = /((?:rgba?|color|oklab|oklch)\([^()]*\)|#[\da-f]+|transparent)\s+([\d.]+)px(?:\s+([\d.]+)px)?/gi;

/** The hatching of a box: a repeating gradient with hard edges, as a pattern. */
function stripesOf(image: string, { x, y }: Place, definitions: Definitions): string | undefined {
  const [, turn = '', rest = ''] = /^repeating-linear-gradient\((to right|[\d.]+deg)?,?(.*)\)$/s.exec(image) ?? [];
  const ends = [...rest.matchAll(stop)].map(([, colour = '', from, to]) => ({
    colour,
    at: [Number(from), Number(to ?? from)],
  }));
  const period = ends.at(-1)?.at[1];
  if (!period) return undefined;
  const angle = turn === 'to right' ? 0 : Number.parseFloat(turn || '180') - 90;
  const bars = ends.map(({ colour, at: [from = 0, to = 0] }, i) => {
    const begin = i > 0 && ends[i - 1]?.colour === colour ? (ends[i - 1]?.at[1] ?? from) : from;
    return element('rect', { x: begin, y: 0, width: to - begin, height: 8, ...painted('fill', colour) });
  });
  const turned = `translate(${x} ${y}) rotate(${angle})`;
  return definitions.add(
    (id) =>
      `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${period}" height="8" patternTransform="${turned}">${bars.join('')}</pattern>`,
  );
}

function radiusOf({ borderTopLeftRadius: radius }: CSSStyleDeclaration, { width, height }: Place): number | undefined {
  const value = Number.parseFloat(radius);
  if (!(value > 0)) return undefined;
  return Math.min(radius.endsWith('%') ? (value / 100) * Math.min(width, height) : value, width / 2, height / 2);
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

function outlined({ x, y, width, height }: Place, style: CSSStyleDeclaration): string {
  const borders = sides.map((side) => ({
    side,
    wide: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
    look: style[`border${side}Style`],
    colour: style[`border${side}Color`],
  }));
  const [first] = borders;
  if (!first || borders.every(({ wide }) => wide === 0)) return '';
  const alike = borders.every(
    ({ wide, look, colour }) => wide === first.wide && look === first.look && colour === first.colour,
  );
  if (alike) {
    const half = first.wide / 2;
    const inner = {
      x: x + half,
      y: y + half,
      width: Math.max(0, width - first.wide),
      height: Math.max(0, height - first.wide),
    };
    return element('rect', { ...inner, rx: radiusOf(style, inner), fill: 'none', ...lineOf(first) });
  }
  return borders
    .filter(({ wide }) => wide > 0)
    .map((border) => {
      const half = border.wide / 2;
      const [x1, y1, x2, y2] = {
        Top: [x, y + half, x + width, y + half],
        Right: [x + width - half, y, x + width - half, y + height],
        Bottom: [x, y + height - half, x + width, y + height - half],
        Left: [x + half, y, x + half, y + height],
      }[border.side] as [number, number, number, number];
      return element('line', { x1, y1, x2, y2, ...lineOf(border) });
    })
    .join('');
}

function lineOf({ wide, look, colour }: { wide: number; look: string; colour: string }) {
  const dashes: Readonly<Record<string, string>> = { dashed: `${3 * wide} ${3 * wide}`, dotted: `${wide} ${wide}` };
  return { ...painted('stroke', colour), 'stroke-width': wide, 'stroke-dasharray': dashes[look] };
}
