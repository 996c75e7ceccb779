import type { Page } from '@playwright/test';
import { type LeverId, leverIds } from '../../src/engine/levers';
import { dialOf } from '../../src/world/dials';
import {
  awake,
  bar,
  chapter,
  expect,
  frames,
  moved,
  notices,
  number,
  open,
  opening,
  runsOf,
  searchOf,
  shownBy,
  slider,
  standsAt,
  test,
  undo,
  world,
} from './page';

/** Where every slider of the chapter stands that is there. */
async function standing(page: Page): Promise<Partial<Record<LeverId, number>>> {
  const names = new Map(leverIds.map((id) => [dialOf(id).name, id]));
  const values: Partial<Record<LeverId, number>> = {};
  for (const dial of await chapter(page).locator('.track').all()) {
    const name = await dial.evaluate(
      (dial) => document.getElementById(dial.getAttribute('aria-labelledby') ?? '')?.textContent,
    );
    const id = names.get(name ?? '');
    if (id) values[id] = await standsAt(dial);
  }
  return values;
}

/** Goes to an address no server would take: the page is handed over as it is, with its own query in the address. */
async function openAnyway(page: Page, query: string): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const { origin } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: `${origin}/` }) });
    },
  );
  await open(page, query);
}

test.describe('a link', () => {
  test('opens its world: dials, words and moved dials', async ({ page }) => {
    await open(page, 'v=1&stop=2028Q1&severity=0.35&drought=9&growth=0.75&panic=3.2');
    expect(await standing(page)).toMatchObject({ stop: 6, severity: 0.35, drought: 9, growth: 0.75, backstop: 0 });
    await expect(number(page, 'stop')).toHaveText('2028 Q1');
    // So many stand in a sheet over the bar.
    await bar(page).getByRole('button', { name: 'This page opens with five dials set' }).click();
    await expect(moved(page)).toHaveText([/2028\sQ1/, /35%/, /9/, /75%/, /Panic 3\.2/]);
    await expect(notices(page)).toBeEmpty();
    await expect(undo(page)).toBeDisabled();
  });

  test('without a query is the opening world, only a version is the plan, and the button for it shows the same', async ({
    page,
  }) => {
    await open(page);
    await expect(world(page, 'The music stops')).toHaveAttribute('aria-pressed', 'true');
    const opened = await shownBy(page);
    await world(page, 'The plan holds').click();
    const clicked = await shownBy(page);
    await open(page, opening);
    expect(await shownBy(page)).toEqual(opened);
    await open(page, 'v=1');
    // That of another world is looked at where a page wakes up in one (hydration.spec.ts).
    expect(await shownBy(page)).toEqual(clicked);
    await expect(world(page, 'The plan holds')).toHaveAttribute('aria-pressed', 'true');
    await expect(bar(page).getByText('Nothing is moved: this is the plan.')).toBeVisible();
    await expect(notices(page)).toBeEmpty();
    expect(await searchOf(page)).toBe('?v=1');
  });

  test('takes a world to another reader, to the bit', async ({ page, browser }) => {
    await open(page);
    await slider(page, 'stop').press('PageUp');
    await slider(page, 'growth').press('Shift+ArrowLeft');
    await slider(page, 'firmness').press('Home');
    // Off the steps of the dial, as only typing gets.
    await number(page, 'severity').focus();
    await page.keyboard.type('77.123');
    await page.keyboard.press('Enter');
    await expect.poll(() => searchOf(page)).toBe('?v=1&stop=2030Q1&severity=0.77123&growth=0.5&firmness=0');
    const sent = await shownBy(page);
    expect(Number(sent.at(-1))).not.toBeNaN();

    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto(page.url());
    await awake(other);
    expect(await shownBy(other)).toEqual(sent);
    await context.close();
  });
});

/** What a link may say, and what the reader is told of each field. */
const junk: readonly (readonly (readonly [field: string, word: RegExp])[])[] = [
  [
    ['music=off', /there is no such dial/],
    ['sevrity=0.5', /Did you mean severity/],
    ['severity=7', /not within 0 to 1/],
    ['growth=-0.0001', /not within 0 to 1\.5/],
    ['panic=very', /not a number/],
    ['heal=NaN', /not a number/],
    ['supply=1e999', /not within/],
    ['v=one', /version/],
  ],
  [
    ['severity=0.2&severity=0.3', /severity/],
    ['stop=2027Q5', /not a quarter/],
    ['relet=', /has no value/],
    ['=', /without a name/],
    ['grace=1.5', /not a whole number/],
    ['v=99', /version/],
  ],
  [
    ['stop=1999Q1', /outside this world/],
    ['__proto__=1', /no such dial/],
    ['constructor=1', /no such dial/],
    ['toString=2', /no such dial/],
    ['severity=<script>document.title="taken"</script>', /not a number/],
    ['<img src=x onerror=document.title=1>=2', /no such dial/],
    ['growth=%3Cb%3E0.5%3C/b%3E', /not a number/],
  ],
];

test.describe('junk in a link', () => {
  test('is refused with a word, writes nothing into the page, and the page works on', async ({ page }) => {
    for (const fields of junk) {
      const query = fields.map(([field]) => field).join('&');
      await test.step(query, async () => {
        await open(page, query);
        const told = notices(page).getByRole('listitem');
        await expect(told).toHaveCount(fields.length);
        for (const [field, word] of fields) await expect(told.filter({ hasText: word }).first(), field).toBeVisible();
        // Where nothing of it could be read it is the plan, which has a name.
        await expect(page).toHaveTitle(/^(The plan holds: )?When the Music Stops$/);
        expect(await page.locator('#notices :is(script, img, b)').count()).toBe(0);
        const runs = await runsOf(page);
        await slider(page, 'severity').press('Home');
        await frames(page);
        expect(await runsOf(page)).toBe(runs + 1);
      });
    }
  });

  test('of a malformed percent sign is refused with a word', async ({ page }) => {
    await openAnyway(page, 'severity=%E0%A4%A&growth=0.5');
    await expect(notices(page).getByRole('listitem')).toHaveText(/severity/);
    await expect.poll(() => standsAt(slider(page, 'growth'))).toBe(0.5);
  });

  test('of a megabyte is refused unread', async ({ page }) => {
    await openAnyway(page, `severity=0.5&growth=${'9'.repeat(1_000_000)}`);
    await expect(notices(page).getByRole('listitem')).toHaveText(/too long/);
    await expect(world(page, 'The music stops')).toHaveAttribute('aria-pressed', 'true');
    await slider(page, 'severity').press('ArrowLeft');
    await expect.poll(() => searchOf(page)).toBe('?v=1&stop=2027Q3&severity=0.89&growth=0.6');
  });

  test('of a thousand fields is told in a few words', async ({ page }) => {
    const query = Array.from({ length: 400 }, (_, i) => `x${i}=${i}`).join('&');
    await open(page, query);
    await expect(notices(page).getByRole('listitem')).toHaveCount(9);
    await expect(notices(page).getByRole('listitem').last()).toHaveText(/392 more/);
  });

  test('takes nothing else along: what could be read, stands; it is dismissed for good, and the focus is not lost', async ({
    page,
  }) => {
    await open(page, 'stop=2028Q3&severity=lots&growth=0.7&colour=red');
    expect(await standing(page)).toMatchObject({ stop: 8, severity: 0.8, growth: 0.7 });
    await expect(notices(page).getByRole('listitem')).toHaveCount(2);
    const notice = notices(page);
    const dismiss = notice.getByRole('button', { name: 'Dismiss' });
    await dismiss.focus();
    await page.keyboard.press('Enter');
    await expect(notice).toBeEmpty();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await slider(page, 'severity').press('Home');
    await frames(page);
    await expect(notice).toBeEmpty();
    await expect.poll(() => standsAt(slider(page, 'growth'))).toBe(0.7);
  });
});
