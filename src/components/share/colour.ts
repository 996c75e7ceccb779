/** A colour as every program reads it: six digits, and how opaque it is. */
export interface Colour {
  readonly hex: string;
  readonly alpha: number;
}

const known = new Map<string, Colour>();
let pen: CanvasRenderingContext2D | null | undefined;

/** A computed colour of CSS, also one that was mixed, as the screen shows it. */
export function colourOf(css: string): Colour {
  const before = known.get(css);
  if (before) return before;
  pen ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!pen) throw new Error('This browser does not let a page draw.');
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = css;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  const hex = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const colour = { hex, alpha: alpha / 255 };
  known.set(css, colour);
  return colour;
}

/** As the attributes `fill` and `fill-opacity`, or those of a stroke. */
export function painted(
  name: 'fill' | 'stroke',
  css: string,
  opacity = 1,
): Record<string, string | number | undefined> {
  if (css === 'none') return { [name]: 'none' };
  const { hex, alpha } = colourOf(css);
  if (alpha * opacity === 0) return { [name]: 'none' };
  return { [name]: hex, [`${name}-opacity`]: alpha * opacity < 1 ? alpha * opacity : undefined };
}
