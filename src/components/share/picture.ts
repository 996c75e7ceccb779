import { colourOf } from './colour';
import { element, escaped, short } from './markup';
import { boxMarkup } from './picture-boxes';
import { createDefinitions, type Definitions, drawingMarkup } from './picture-shapes';
import { escapedText, type Origin, textMarkup, widthOf } from './picture-text';

/** A picture of a figure: an SVG file of its own, and how large it is. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What stands under the figure in its picture. */
export interface Credits {
  readonly finding: string;
  /** The essay, the world and the day of the data. */
  readonly lines: readonly string[];
  readonly link: string;
}

const margin = 28;
const leading = 18;

/**
 * A figure as it stands on the page, its finding for a title and its source below, as one SVG that any program can draw: shapes and rectangles with their colours, and text as text, each where the screen
 * has it. What only a reader of the page can use, dials and buttons, is left out: for a moment, before anything is painted, the figure is laid out without it.
 */
export function pictureOf(figure: HTMLElement, { finding, lines, link }: Credits): Picture {
  figure.classList.add('taken');
  try {
    const { left, top, width, height } = figure.getBoundingClientRect();
    const origin = { x: left - margin, y: top - margin };
    const definitions = createDefinitions();
    const drawn = nodeMarkup(figure, origin, definitions, false);
    const style = getComputedStyle(figure);
    const paper = colourOf(getComputedStyle(document.documentElement).backgroundColor).hex;
    const foot = footMarkup([...lines, ...wrapped(link, width)], link, top + height - origin.y + 20, style);
    const size = { width: Math.ceil(width + 2 * margin), height: Math.ceil(height + 20 + foot.height + 2 * margin) };
    const attributes = {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
    };
    const inside = [
      `<title>${escaped(finding)}</title><desc>${escaped(`${lines.join(' ')} ${link}`)}</desc>`,
      definitions.all && `<defs>${definitions.all}</defs>`,
      element('rect', { width: '100%', height: '100%', fill: paper }),
      drawn,
      foot.markup,
    ];
    return { svg: element('svg', attributes, inside.join('\n')), ...size };
  } finally {
    figure.classList.remove('taken');
  }
}

function nodeMarkup(node: Node, origin: Origin, definitions: Definitions, struck: boolean): string {
  if (node instanceof SVGSVGElement) {
    const { display, visibility, opacity } = getComputedStyle(node);
    if (display === 'none' || visibility !== 'visible') return '';
    return faded(drawingMarkup(node, origin, definitions), opacity);
  }
  if (!(node instanceof HTMLElement) || node.classList.contains('hidden-visually')) return '';
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.opacity === '0') return '';
  const isStruck = struck || style.textDecorationLine.includes('line-through');
  const isShown = style.visibility === 'visible';
  const own = isShown ? boxMarkup(node, style, origin, definitions) : '';
  const inside = [...node.childNodes].map((child) => {
    if (child instanceof Text) return isShown ? textMarkup(child, style, origin, isStruck) : '';
    return nodeMarkup(child, origin, definitions, isStruck);
  });
  return faded(own + inside.join(''), style.opacity);
}

function faded(markup: string, opacity: string): string {
  return markup === '' || opacity === '1' ? markup : element('g', { opacity }, markup);
}

const footSize = 12;

/** The link in as many lines as it needs. */
function wrapped(link: string, width: number): string[] {
  const perLetter = widthOf('0', `${footSize}px sans-serif`);
  const room = Math.max(20, Math.floor(width / perLetter));
  return link.match(new RegExp(`.{1,${room}}`, 'g')) ?? [];
}

function footMarkup(lines: readonly string[], link: string, top: number, figure: CSSStyleDeclaration) {
  const soft = colourOf(figure.getPropertyValue('--ink-soft')).hex;
  const font = {
    'font-family': figure.getPropertyValue('--sans').replaceAll('"', "'"),
    'font-size': footSize,
    fill: soft,
  };
  const written = lines.map(
    (line, i) => `<text x="${margin}" y="${short(top + (i + 1) * leading - 5)}">${escapedText(line)}</text>`,
  );
  const markup = element('a', { href: link }, element('g', font, written.join('')));
  return { markup, height: lines.length * leading };
}
