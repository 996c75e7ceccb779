/** Nothing from elsewhere, nothing sent elsewhere. Prerendered marks carry their place in style attributes; styles otherwise come in files. */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  // A figure that is saved as a picture is drawn from a blob.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // What a figure takes up in somebody else's page is measured in a frame.
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The policy of every page, as its meta element says it. */
const policy = directives.join('; ');

/** The address of a page is the reader's world: who is linked to does not learn it. */
const referrer = 'no-referrer';

/** What a page could ask a browser for, and none of these does. A meta element cannot say it. */
const refused = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** First in the head of every page, for a policy does not hold for what stands before it. */
export const policyTags = [
  `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  `<meta name="referrer" content="${referrer}">`,
];

/**
 * The file `_headers`, which many static hosts read: the same policy as headers, and what no meta element can say. The site is taken to lie at the root of its host.
 * Anybody may frame any page: there is nothing on them to steal by a click, and a figure in somebody else's page is what `embed.html` is for. It is said
 * all the same, for it outdoes an X-Frame-Options that the host may set by itself. In a sandboxed frame a page is of no origin, not even its own: its files must say
 * that everybody may have them.
 */
export function headersFile(pages: readonly string[]): string {
  const everywhere = [
    `Content-Security-Policy: ${policy}; frame-ancestors *`,
    `Referrer-Policy: ${referrer}`,
    `Permissions-Policy: ${refused.map((feature) => `${feature}=()`).join(', ')}`,
    'X-Content-Type-Options: nosniff',
    'Access-Control-Allow-Origin: *',
  ];
  // A page keeps its name when it changes; what lies in assets/ is named after its content.
  const kept = pages.flatMap((page) =>
    page.endsWith('index.html') ? [page.slice(0, -'index.html'.length), page] : [page],
  );
  const changing = [...kept, 'sw.js', 'site.webmanifest'].map((path) => rule(`/${path}`, ['Cache-Control: no-cache']));
  return [
    rule('/*', everywhere),
    rule('/assets/*', ['Cache-Control: public, max-age=31536000, immutable']),
    ...changing,
  ].join('\n');
}

function rule(path: string, headers: readonly string[]): string {
  return `${path}\n${headers.map((header) => `  ${header}\n`).join('')}`;
}
