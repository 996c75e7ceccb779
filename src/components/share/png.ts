import interTight from '@fontsource-variable/inter-tight/files/inter-tight-latin-wght-normal.woff2?url';
import newsreaderItalic from '@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2?url';
import newsreader from '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2?url';
import type { Picture } from './picture';

/** Pixels to a pixel of the page. */
const scale = 2;

/** The faces of the page, as styles/fonts.css names them, and whether a picture is set in one. */
const faces = [
  { url: interTight, used: /Inter Tight/, face: 'font-family:"Inter Tight";font-weight:100 900' },
  { url: newsreader, used: /Newsreader/, face: 'font-family:Newsreader;font-weight:200 800' },
  {
    url: newsreaderItalic,
    used: /font-style="italic"/,
    face: 'font-family:Newsreader;font-weight:200 800;font-style:italic',
  },
];

/** The picture in pixels, twice as many as on the page. An image sees no fonts but its own: they are put into it. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const own = await Promise.all(faces.filter(({ used }) => used.test(svg)).map(faceRule));
  const whole = svg.replace('</desc>', () => `</desc><style>${own.join('')}</style>`);
  const image = new Image(width * scale, height * scale);
  image.src = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(whole))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser does not let a page draw.');
  // The fonts of an image are decoded when it is first drawn, and may come a moment after.
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  await new Promise((resolve) => setTimeout(resolve, 100));
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser could not write the picture.');
  return blob;
}

async function faceRule({ url, face }: (typeof faces)[number]): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`A font could not be fetched: ${response.status}`);
  const data = base64(new Uint8Array(await response.arrayBuffer()));
  return `@font-face{${face};src:url(data:font/woff2;base64,${data})}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
