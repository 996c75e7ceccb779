import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface Look {
  /** One rule instead of all. */
  readonly only?: string;
  /** In these parts of the page, by their selectors; the colours of a whole page take it seconds. */
  readonly within?: readonly string[];
}

/** Takes away, for as long as axe looks, the rows of tables that are made of the same elements as a row before them: it takes seconds over them, to find the same. */
const putAlikeAway = () => {
  for (const body of document.querySelectorAll('tbody')) {
    const seen = new Set<string>();
    for (const row of body.rows) {
      const made = [row, ...row.querySelectorAll('*')].map((part) => `${part.tagName} ${part.getAttribute('class')}`);
      if (seen.has(made.join())) row.dataset.alike = row.style.display = 'none';
      seen.add(made.join());
    }
  }
};

const bringAlikeBack = () => {
  for (const row of document.querySelectorAll<HTMLElement>('[data-alike]')) {
    row.style.display = '';
    delete row.dataset.alike;
  }
};

/** What axe finds, a line each. */
export async function findings(page: Page, { only, within = [] }: Look = {}): Promise<string[]> {
  await page.evaluate(putAlikeAway);
  // It has no rules for formulas, and takes long over their thousands of elements.
  // In one run, for no page that is looked at has a frame: else what holds travels too, rule by rule and element by element, which takes longer than the rules.
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude('math');
  for (const part of within) builder.include(part);
  const { violations } = await (only ? builder.withRules(only) : builder.withTags(rules)).analyze();
  await page.evaluate(bringAlikeBack);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
