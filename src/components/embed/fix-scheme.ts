import type { Scheme } from '../../world/embed-link';

/**
 * Shows the page in one scheme, whatever the reader's system prefers. The dark colours of the page stand in one media rule (styles/tokens.css), which is made to hold always or never on a screen; embed.css does
 * the same with what the browser paints itself. Paper stays light.
 */
export function fixScheme(scheme: Scheme): void {
  document.documentElement.dataset.scheme = scheme;
  for (const sheet of document.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (!(rule instanceof CSSMediaRule) || !/prefers-color-scheme:\s*dark/.test(rule.media.mediaText)) continue;
      rule.media.mediaText = scheme === 'dark' ? 'screen' : 'not all';
    }
  }
}

/** Sheets that an extension of the browser brings may not be read. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}
