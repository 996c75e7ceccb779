import type { Page } from '@playwright/test';
import frozen from '../world/frozen-links.json' with { type: 'json' };
import { awake, expect, opening, shipped, test } from './page';

const seen = (page: Page) => page.getByText(/sender of the link saw|since this link was made|not what its sender saw/);
const was = (query: string) => frozen.find(({ link }) => link === query)?.outcome ?? '';

async function openLab(page: Page, query = ''): Promise<void> {
  await page.goto(`./lab.html${query && `?${query}`}`);
  await awake(page);
}

test('a link to the lab says whether its first world is what its sender saw', async ({ page }) => {
  await openLab(page, `${opening}&was=${was(opening)}`);
  await expect(seen(page)).toHaveText(/^This is what the sender of the link saw\. OpenAI falls first/);
  // What the reader makes of the world is not what the notice is about.
  await page.locator('.track[data-dial="severity"]').press('Home');
  await expect(page.locator('#outcomes')).toContainText('nobody falls');
  await expect(seen(page)).toHaveText(/^This is what the sender of the link saw\. OpenAI falls first/);

  await openLab(page, `${opening}&b.growth=0.8&was=${was(opening)}`);
  await expect(seen(page)).toHaveText(/^This is what the sender of the link saw, in world A\. OpenAI/);

  await openLab(page, `${shipped('slow-leak')}&was=${was(opening)}`);
  await expect(seen(page)).toHaveText('The model has changed since this link was made, or the link has been altered.');
  const told = page.getByRole('status').filter({ has: seen(page) });
  await expect(told.getByRole('definition')).toHaveText([
    /^OpenAI falls first, in 2029\sQ4/,
    /^OpenAI falls first, in/,
  ]);
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(seen(page)).toHaveCount(0);

  // Its sender had a network that cannot be read, and saw something else.
  await openLab(page, `${opening}&was=third-lab.2028Q1.12.abc.f0x&net=AAAA`);
  await expect(page.locator('#notices')).toContainText('this is the network of the essay');
  await expect(seen(page)).toHaveText('As not all of the link could be read, this is not what its sender saw.');
  await expect(page.getByRole('definition').first()).toHaveText(/^third-lab falls first, in 2028\sQ1/);
});
