import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressOf, escaped, sharedHead, siteAddress } from '../../src/build/page-head';
import { headersFile, policyTags } from '../../src/build/policy';

const told = {
  page: 'worlds/the-backstop/index.html',
  title: 'The backstop',
  description: 'Suppliers pay.',
  card: { id: 'the-backstop', alt: 'A ring' },
};
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the head of a page', () => {
  it('has nothing absolute while the address of the site is not known', () => {
    const head = sharedHead(told, undefined).join('\n');
    expect(head).not.toMatch(/https?:|canonical|og:url/);
    expect(head).toContain('<meta property="og:image" content="../../cards/the-backstop.jpg">');
    expect(head).toContain('<link rel="manifest" href="../../site.webmanifest">');
  });

  it('has canonical address and card at the address that it is given', () => {
    const head = sharedHead(told, siteAddress('https://example.org/essay')).join('\n');
    expect(head).toContain('<link rel="canonical" href="https://example.org/essay/worlds/the-backstop/">');
    expect(head).toContain('<meta property="og:url" content="https://example.org/essay/worlds/the-backstop/">');
    expect(head).toContain('<meta property="og:image" content="https://example.org/essay/cards/the-backstop.jpg">');
  });

  it('opens with the policy, and shows no card that is not drawn', () => {
    expect(sharedHead(told, undefined).slice(0, 2)).toEqual(policyTags);
    expect(sharedHead({ ...told, card: undefined }, undefined).join()).not.toMatch(/image|twitter/);
  });
});

describe('the address of the site', () => {
  it('ends with a slash, and may be left out', () => {
    expect(siteAddress(undefined)).toBeUndefined();
    expect(siteAddress('')).toBeUndefined();
    expect(siteAddress('https://example.org')).toBe('https://example.org/');
    expect(addressOf('index.html', 'https://example.org/')).toBe('https://example.org/');
    expect(addressOf('lab.html', 'https://example.org/')).toBe('https://example.org/lab.html');
  });

  it('is refused if it is none', () => {
    for (const text of ['example.org', 'ftp://example.org', 'https://example.org/?a=1', 'https://example.org/#a']) {
      expect(() => siteAddress(text), text).toThrow(/SITE_URL/);
    }
  });
});

describe('the headers for static hosts', () => {
  const headers = headersFile(['index.html', 'lab.html', 'worlds/the-backstop/index.html']);
  const rules = new Map(
    headers.split('\n\n').map((rule) => {
      const [path = '', ...lines] = rule.trim().split('\n');
      return [path, lines.map((line) => line.trim())];
    }),
  );

  it('say the policy of the pages word for word, and who may frame them', () => {
    const [, policy] = /content="([^"]*)"/.exec(policyTags[0] ?? '') ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    expect(rules.get('/*')).toContain(`Content-Security-Policy: ${policy}; frame-ancestors *`);
    expect(rules.get('/*')).toContain('X-Content-Type-Options: nosniff');
    expect(rules.get('/*')).toContain('Referrer-Policy: no-referrer');
  });

  it('give no file two rules for how long it is kept', () => {
    expect(rules.get('/*')?.join()).not.toContain('Cache-Control');
    expect(rules.get('/assets/*')).toEqual(['Cache-Control: public, max-age=31536000, immutable']);
    for (const page of ['/', '/index.html', '/lab.html', '/worlds/the-backstop/', '/sw.js']) {
      expect(rules.get(page)).toEqual(['Cache-Control: no-cache']);
    }
  });
});

describe('the web manifest', () => {
  it('has the paper of the page, and icons that are there', () => {
    const manifest: { background_color: string; theme_color: string; icons: { src: string; sizes: string }[] } =
      JSON.parse(read('static/site.webmanifest'));
    const [, paper] = /--paper: (#\w+);/.exec(read('src/styles/tokens.css')) ?? [];
    expect([manifest.background_color, manifest.theme_color]).toEqual([paper, paper]);
    for (const { src, sizes } of manifest.icons.filter(({ src }) => src.endsWith('.png'))) {
      const png = readFileSync(new URL(`../../static/${src}`, import.meta.url));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});

it('text is escaped for an attribute', () => {
  expect(escaped('"A" & <b>')).toBe('&quot;A&quot; &amp; &lt;b>');
});
