import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds, a line each; `only`: one rule instead of all; `within`: in a part of the page, by its selector. */
export async function findings(page: Page, only?: string, within = 'html'): Promise<string[]> {
  // It has no rules for formulas, and takes long over their thousands of elements.
  // In one run, for no page that is looked at has a frame: else what holds travels too, rule by rule and element by element, which takes longer than the rules.
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .include(within)
    .exclude('math');
  const { violations } = await (only ? builder.withRules(only) : builder.withTags(rules)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
