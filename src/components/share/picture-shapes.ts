import { painted } from './colour';
import { type Attributes, element, short } from './markup';
import { type Matrix, mappedPath } from './path-data';
import { escapedText, fontOf, type Origin } from './picture-text';

/** What the picture needs once: patterns and clips, by their markup, under names of its own. */
export interface Definitions {
  /** The name of a definition; the same one for the same markup. */
  add(markup: (id: string) => string): string;
  readonly all: string;
}

export function createDefinitions(): Definitions {
  const made = new Map<string, string>();
  return {
    add(markup) {
      const key = markup('');
      const name = made.get(key) ?? `d${made.size + 1}`;
      made.set(key, name);
      return name;
    },
    get all() {
      return [...made].map(([key, name]) => key.replace('id=""', `id="${name}"`)).join('');
    },
  };
}

/** A drawing of the page, each shape where it is on the screen. */
export function drawingMarkup(svg: SVGSVGElement, origin: Origin, definitions: Definitions): string {
  const inside = [...svg.children].map((child) => shapeMarkup(child, origin, definitions)).join('');
  if (inside === '' || getComputedStyle(svg).overflow === 'visible') return inside;
  const { left, top, width, height } = svg.getBoundingClientRect();
  const clip = definitions.add(
    (id) =>
      // An empty id is left out by `element`, and is needed to tell definitions apart.
      `<clipPath id="${id}">${element('rect', { x: left - origin.x, y: top - origin.y, width, height })}</clipPath>`,
  );
  return element('g', { 'clip-path': `url(#${clip})` }, inside);
}

function shapeMarkup(shape: Element, origin: Origin, definitions: Definitions): string {
  if (!(shape instanceof SVGGraphicsElement)) return '';
  const style = getComputedStyle(shape);
  if (style.display === 'none') return '';
  if (shape instanceof SVGGElement) {
    const inside = [...shape.children].map((child) => shapeMarkup(child, origin, definitions)).join('');
    const opacity = opacityOf(style);
    return inside === '' || opacity === undefined ? inside : element('g', { opacity }, inside);
  }
  if (style.visibility !== 'visible' || style.opacity === '0') return '';
  const matrix = matrixOf(shape, origin);
  return matrix ? leafMarkup(shape, style, matrix, definitions) : '';
}

function leafMarkup(
  shape: SVGGraphicsElement,
  style: CSSStyleDeclaration,
  matrix: Matrix,
  definitions: Definitions,
): string {
  const opacity = opacityOf(style);
  const transform = `matrix(${[matrix.a, matrix.b, matrix.c, matrix.d].map((x) => Number(x.toPrecision(6))).join(' ')} ${short(matrix.e)} ${short(matrix.f)})`;
  const fill = fillOf(shape, style, definitions);
  if (shape instanceof SVGTextElement) {
    const size = Number.parseFloat(style.fontSize);
    const place = { x: shape.x.baseVal[0]?.value, y: shape.y.baseVal[0]?.value };
    const anchor = style.textAnchor === 'start' ? undefined : style.textAnchor;
    const own = { transform, opacity, ...place, 'text-anchor': anchor, ...fontOf(style, size), ...fill };
    return element('text', own, escapedText((shape.textContent ?? '').trim().replace(/\s+/g, ' ')));
  }
  const geometry = geometryOf(shape, style);
  if (!geometry) return '';
  const stroke = strokeOf(style);
  if (stroke === undefined)
    return fill.fill === 'none'
      ? ''
      : element(geometry.name, { ...geometry, name: undefined, transform, opacity, ...fill });
  // A line that is as thick on any screen: drawn where the screen has it, for not all programs know of such lines.
  if (style.vectorEffect === 'non-scaling-stroke') {
    const { a, b, c, d } = matrix;
    const scale = Math.sqrt(Math.abs(a * d - b * c));
    const mapped = geometry.name === 'path' ? mappedPath(String(geometry.d), matrix) : undefined;
    const own = mapped
      ? { d: mapped, ...stroke }
      : { ...geometry, name: undefined, transform, ...scaled(stroke, 1 / scale) };
    const line = element(mapped ? 'path' : geometry.name, { ...own, fill: 'none', opacity });
    return (
      (fill.fill === 'none'
        ? ''
        : element(geometry.name, { ...geometry, name: undefined, transform, opacity, ...fill })) + line
    );
  }
  return element(geometry.name, { ...geometry, name: undefined, transform, opacity, ...fill, ...stroke });
}

function matrixOf(shape: SVGGraphicsElement, origin: Origin): Matrix | undefined {
  const on = shape.getScreenCTM();
  if (!on || on.a * on.d === on.b * on.c) return undefined;
  const { a, b, c, d, e, f } = on;
  return { a, b, c, d, e: e - origin.x, f: f - origin.y };
}

function opacityOf({ opacity }: CSSStyleDeclaration): string | undefined {
  return opacity === '1' ? undefined : opacity;
}

type Geometry = Attributes & { readonly name: string };

/** The shape as an element of the picture: a line and a rectangle without round corners as paths, for a path can be mapped. */
function geometryOf(shape: SVGGraphicsElement, style: CSSStyleDeclaration): Geometry | undefined {
  if (shape instanceof SVGPathElement) {
    // A style sheet may set it too, and a transition may be on its way.
    const d = /^path\("(.*)"\)$/s.exec(style.getPropertyValue('d'))?.[1] ?? shape.getAttribute('d') ?? '';
    return d === '' ? undefined : { name: 'path', d };
  }
  if (shape instanceof SVGRectElement) {
    const [x, y, w, h] = [shape.x, shape.y, shape.width, shape.height].map(({ baseVal }) => baseVal.value);
    if (!w || !h) return undefined;
    const rx = shape.rx.baseVal.value;
    if (rx > 0) return { name: 'rect', x: `${x}`, y: `${y}`, width: `${w}`, height: `${h}`, rx: `${rx}` };
    return { name: 'path', d: `M${x} ${y}h${w}v${h}h${-w}Z` };
  }
  if (shape instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = [shape.x1, shape.y1, shape.x2, shape.y2].map(({ baseVal }) => baseVal.value);
    return { name: 'path', d: `M${x1} ${y1}L${x2} ${y2}` };
  }
  if (shape instanceof SVGCircleElement) {
    const [cx, cy, r] = [shape.cx, shape.cy, shape.r].map(({ baseVal }) => baseVal.value);
    return { name: 'circle', cx: String(cx), cy: String(cy), r: String(r) };
  }
  if (shape instanceof SVGPolylineElement || shape instanceof SVGPolygonElement) {
    const points = [...shape.points].map(({ x, y }) => `${x} ${y}`).join('L');
    return { name: 'path', d: `M${points}${shape instanceof SVGPolygonElement ? 'Z' : ''}` };
  }
  return undefined;
}

function strokeOf(style: CSSStyleDeclaration): Attributes | undefined {
  const width = Number.parseFloat(style.strokeWidth);
  if (style.stroke === 'none' || !(width > 0)) return undefined;
  const stroke = painted('stroke', style.stroke, Number(style.strokeOpacity));
  if (stroke.stroke === 'none') return undefined;
  return {
    ...stroke,
    'stroke-width': String(width),
    'stroke-dasharray': style.strokeDasharray === 'none' ? undefined : style.strokeDasharray.replaceAll('px', ''),
    'stroke-linecap': style.strokeLinecap === 'butt' ? undefined : style.strokeLinecap,
    'stroke-linejoin': style.strokeLinejoin === 'miter' ? undefined : style.strokeLinejoin,
  };
}

/** A line whose thickness and dashes are those of another scale. */
function scaled(stroke: Attributes, by: number): Attributes {
  const all = (value: Attributes[string]) =>
    value === undefined ? undefined : String(value).replace(/[\d.]+/g, (number) => String(Number(number) * by));
  return {
    ...stroke,
    'stroke-width': all(stroke['stroke-width']),
    'stroke-dasharray': all(stroke['stroke-dasharray']),
  };
}

/** A colour, or a pattern that is taken along. */
function fillOf(
  shape: SVGElement,
  style: CSSStyleDeclaration,
  definitions: Definitions,
): Record<string, string | number | undefined> {
  const pattern = /^url\("?#(.*?)"?\)/.exec(style.fill)?.[1];
  if (pattern === undefined) return painted('fill', style.fill, Number(style.fillOpacity));
  const source = shape.ownerDocument.getElementById(pattern);
  if (!(source instanceof SVGPatternElement)) return { fill: 'none' };
  const [width, height] = [source.width, source.height].map(({ baseVal }) => baseVal.value);
  const inside = [...source.children].flatMap((child) => {
    const own = child instanceof SVGGraphicsElement ? geometryOf(child, getComputedStyle(child)) : undefined;
    if (!own) return [];
    const drawn = getComputedStyle(child);
    const ink = {
      ...painted('fill', drawn.fill, Number(drawn.fillOpacity)),
      ...strokeOf(drawn),
      opacity: opacityOf(drawn),
    };
    return [element(own.name, { ...own, name: undefined, ...ink })];
  });
  const turned = source.patternTransform.baseVal.consolidate()?.matrix;
  const transform =
    turned &&
    ` patternTransform="matrix(${[turned.a, turned.b, turned.c, turned.d, turned.e, turned.f].map((x) => Number(x.toPrecision(6))).join(' ')})"`;
  const name = definitions.add(
    (id) =>
      `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${width}" height="${height}"${transform ?? ''}>${inside.join('')}</pattern>`,
  );
  return { fill: `url(#${name})`, 'fill-opacity': style.fillOpacity === '1' ? undefined : style.fillOpacity };
}
