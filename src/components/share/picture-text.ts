import { painted } from './colour';
import { element, short } from './markup';

/** Where the picture begins on the screen. */
export interface Origin {
  readonly x: number;
  readonly y: number;
}

interface Line {
  text: string;
  left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A text of the page, line by line as it is broken there: each line is a `<text>` of its own, as long as it is on the page, whatever fonts its reader has. */
export function textMarkup(node: Text, style: CSSStyleDeclaration, origin: Origin, struck: boolean): string {
  const size = Number.parseFloat(style.fontSize);
  return linesOf(node)
    .map(({ text, left, right, top, bottom }) => {
      const anchor = anchorOf(style.textAlign);
      const x = anchor === 'end' ? right : anchor === 'middle' ? (left + right) / 2 : left;
      const { rise, height } = metricsOf(style);
      return element(
        'text',
        {
          x: x - origin.x,
          y: top - origin.y + (rise / height) * (bottom - top),
          'text-anchor': anchor,
          textLength: text.length > 1 ? short(right - left) : undefined,
          lengthAdjust: text.length > 1 ? 'spacingAndGlyphs' : undefined,
          'text-decoration': struck ? 'line-through' : undefined,
          ...fontOf(style, size),
          ...painted('fill', style.color),
        },
        escapedText(transformed(text, style.textTransform)),
      );
    })
    .join('');
}

/** The font of a text, by attributes. */
export function fontOf(style: CSSStyleDeclaration, size: number): Record<string, string | number | undefined> {
  return {
    'font-family': style.fontFamily.replaceAll('"', "'"),
    'font-size': size,
    'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
    'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
    style: style.fontVariantNumeric === 'normal' ? undefined : `font-variant-numeric:${style.fontVariantNumeric}`,
  };
}

export function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function anchorOf(align: string): 'middle' | 'end' | undefined {
  if (align === 'center') return 'middle';
  return align === 'right' || align === 'end' ? 'end' : undefined;
}

function transformed(text: string, transform: string): string {
  return transform === 'uppercase' ? text.toUpperCase() : text;
}

const range = new Range();

/** The words of a text node, joined where they stand beside each other. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  function add(text: string, { left, right, top, bottom }: DOMRect, gap: string): void {
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < 1 && left >= last.right - 1) {
      last.text += gap + text;
      last.right = right;
    } else lines.push({ text, left, right, top, bottom });
  }
  for (const { 0: word, index } of node.data.matchAll(/[^\s\u200b]+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (rects.length === 1 && rects[0]) add(word, rects[0], ' ');
    else if (rects.length > 1) {
      // Broken within: letter by letter.
      [...word].reduce((at, letter) => {
        range.setStart(node, index + at);
        range.setEnd(node, index + at + letter.length);
        const rect = range.getClientRects()[0];
        if (rect && rect.width > 0) add(letter, rect, at === 0 ? ' ' : '');
        return at + letter.length;
      }, 0);
    }
  }
  return lines;
}

const metrics = new Map<string, { rise: number; height: number }>();
let pen: CanvasRenderingContext2D | null | undefined;

/** How far the font rises above its baseline, and its whole height, in em of any size. */
function metricsOf({ fontFamily, fontWeight, fontStyle }: CSSStyleDeclaration): { rise: number; height: number } {
  const font = `${fontStyle} ${fontWeight} 100px ${fontFamily}`;
  const before = metrics.get(font);
  if (before) return before;
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('This browser does not let a page draw.');
  pen.font = font;
  const { fontBoundingBoxAscent: rise, fontBoundingBoxDescent: fall } = pen.measureText('x');
  const found = { rise, height: rise + fall };
  metrics.set(font, found);
  return found;
}

/** How wide a text runs. */
export function widthOf(text: string, font: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('This browser does not let a page draw.');
  pen.font = font;
  return pen.measureText(text).width;
}
