import './picture.css';
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
    const foot = footMarkup([...lines, link], link, { top: top + height - origin.y + 20, width }, style);
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
  if (node instanceof HTMLCanvasElement) return canvasMarkup(node, origin);
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

/** What a library has drawn has no shapes to take: it is a picture within the picture. */
function canvasMarkup(canvas: HTMLCanvasElement, { x, y }: Origin): string {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  if (width === 0 || height === 0) return '';
  return element('image', { x: left - x, y: top - y, width, height, href: canvas.toDataURL('image/png') });
}

function faded(markup: string, opacity: string): string {
  return markup === '' || opacity === '1' ? markup : element('g', { opacity }, markup);
}

const footSize = 12;

/** A text in as many lines as it needs, broken between words; a word that is too long, as a link is, where the line ends. */
function wrapped(text: string, width: number, font: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.pop() ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (widthOf(longer, font) <= width) lines.push(longer);
    else lines.push(...(last === '' ? [] : [last]), ...pieces(word, width, font));
  }
  return lines;
}

function pieces(word: string, width: number, font: string): string[] {
  const found = [''];
  for (const letter of word) {
    const last = found.at(-1) ?? '';
    if (widthOf(last + letter, font) <= width) found[found.length - 1] = last + letter;
    else found.push(letter);
  }
  return found;
}

function footMarkup(
  texts: readonly string[],
  link: string,
  { top, width }: { top: number; width: number },
  figure: CSSStyleDeclaration,
) {
  const family = figure.getPropertyValue('--sans');
  const lines = texts.flatMap((text) => wrapped(text, width, `${footSize}px ${family}`));
  const fill = colourOf(figure.getPropertyValue('--ink-soft')).hex;
  const font = { 'font-family': family.replaceAll('"', "'"), 'font-size': footSize, fill };
  const written = lines.map(
    (line, i) => `<text x="${margin}" y="${short(top + (i + 1) * leading - 5)}">${escapedText(line)}</text>`,
  );
  const markup = element('a', { href: link }, element('g', font, written.join('')));
  return { markup, height: lines.length * leading };
}
