import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { findings } from './axe';
import { awake, bar, expect, test, undo } from './page';

const shipped = JSON.parse(readFileSync(new URL('../../content/network-2026q3.json', import.meta.url), 'utf8'));

const network = (page: Page) => page.getByRole('region', { name: 'The network', exact: true });
const files = (page: Page) => page.getByRole('region', { name: 'Files', exact: true });
const cash = (page: Page, firm = 'OpenAI') => network(page).getByLabel(`${firm}: cash as the run opens, in $bn`);
const unchanged = 'This is the essay’s network. Nothing is changed.';

async function openLab(page: Page, query = ''): Promise<void> {
  await page.goto(`./lab.html${query && `?${query}`}`);
  await awake(page);
}

async function type(page: Page, field: ReturnType<typeof cash>, text: string): Promise<void> {
  await field.fill(text);
  await page.keyboard.press('Enter');
}

/** What the address says that the run came to. */
async function outcomeOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => /was=[^&]*/.exec(location.search)?.[0]);
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: 'application/json' }));
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, text] as const,
  );
}

test('a field is edited and the world runs anew; a bad value is told beside it and changes nothing; undo brings all back', async ({
  page,
}) => {
  await openLab(page);
  await expect(network(page).getByText(unchanged)).toBeVisible();
  // What a number rests on is said by name.
  const names = await network(page).locator('p.basis a').allTextContents();
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^\S.*: .* \(.*\)$/);
  await type(page, cash(page), '80');
  await expect(network(page).getByText('One change against the essay’s network.')).toBeVisible();
  await expect.poll(() => outcomeOf(page)).toBeDefined();
  const first = await outcomeOf(page);
  await type(page, cash(page), '5');
  await expect.poll(() => outcomeOf(page)).not.toBe(first);
  // The field that edits the network keeps its focus while all that shows it is made anew.
  await expect(cash(page)).toBeFocused();
  await expect(network(page).getByText('1 edited')).toBeVisible();

  const before = await page.evaluate(() => location.search);
  for (const [text, message] of [
    ['-3', 'Must be between 0 and 1,000,000, but is -3.'],
    ['lots', '"lots" is not a number here. Type digits alone.'],
  ] as const) {
    await type(page, cash(page), text);
    await expect(cash(page)).toHaveValue(text);
    await expect(cash(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(network(page).getByRole('alert').getByText(message)).toBeVisible();
  }
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => location.search)).toBe(before);
  await page.keyboard.press('Escape');
  await expect(cash(page)).toHaveValue('5');

  // A fault of a sum stands at its list too.
  await network(page).getByText('Vendor links 7').click();
  const weight = network(page).getByLabel('Amazon to OpenAI, row 1: Weight, in %');
  await type(page, weight, '90');
  await expect(network(page).getByText('The weights of OpenAI add up to 140%, more than 100%.')).toHaveCount(2);
  await weight.press('Escape');

  expect(await findings(page, { within: ['#network'] })).toEqual([]);
  await bar(page).getByRole('button', { name: 'What you did' }).click();
  await expect(page.getByRole('button', { name: 'OpenAI: cash as the run opens: $80bn to $5bn' })).toBeFocused();
  await page.keyboard.press('Escape');
  await undo(page).click();
  await expect(cash(page)).toHaveValue('80');
  await network(page)
    .getByRole('button', { name: /cash as the run opens: back to/ })
    .click();
  await expect(cash(page)).toHaveValue('70');
  await expect(network(page).getByText(unchanged)).toBeVisible();
});

test('firms and contracts come and go, whatever they are called', async ({ page }) => {
  await openLab(page);
  const hostile = '<img src=x onerror="document.title=1">';
  await network(page).getByText('Add a firm').click();
  await network(page).getByLabel('Name', { exact: true }).fill(hostile);
  await network(page).getByLabel('Starts as').selectOption('a copy of OpenAI');
  await network(page).getByRole('button', { name: 'Add firm' }).click();
  await expect(network(page).getByRole('radio', { name: hostile })).toBeChecked();
  await expect(network(page).getByRole('radio', { name: hostile })).toBeFocused();

  await network(page).getByRole('button', { name: 'Add a contract' }).click();
  const payer = network(page).getByLabel('OpenAI to Anthropic, row 7: Who pays');
  await expect(payer).toBeFocused();
  await payer.selectOption(hostile);
  await expect(network(page).getByText('Two changes against the essay’s network.')).toBeVisible();
  await network(page).getByText('What was changed').click();
  await expect(network(page).getByRole('row', { name: `${hostile} to Anthropic: contract` })).toBeVisible();

  await network(page)
    .getByRole('button', { name: `Remove ${hostile}` })
    .click();
  await expect(network(page).getByRole('status')).toHaveText(/is removed, with one contract\. Undo brings all back/);
  await expect(network(page).getByText(unchanged)).toBeVisible();
  await undo(page).click();
  await expect(network(page).getByText('Two changes against the essay’s network.')).toBeVisible();
  await network(page).getByRole('button', { name: 'Back to the essay’s network' }).click();
  await expect(network(page).getByText(unchanged)).toBeVisible();
  expect(await page.title()).toContain('The lab');
  expect(await page.locator('main img').count()).toBe(0);
});

test('files go out and come in', async ({ page }) => {
  await openLab(page, 'v=1&stop=2027Q3&severity=0.9&growth=0.6');
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      files(page).getByRole('button', { name }).click(),
    ]);
    return download;
  };
  const saved = await save('Save network');
  expect(saved.suggestedFilename()).toBe('network-2026q3-2026-06-30.json');
  const text = await textOf(saved);
  expect(JSON.parse(text)).toEqual(shipped);

  // A network of one's own, with an odd title and sources that nobody here knows; then the one that was saved.
  const own = structuredClone(shipped);
  own.title = '<b>Mine</b>';
  own.firms[0].cash = { value: 12, basis: 'my-survey-2026' };
  await drop(page, 'mine.json', JSON.stringify(own));
  await expect(files(page).getByText('“mine.json” is open: <b>Mine</b>.')).toBeVisible();
  await expect(files(page).getByRole('listitem')).toHaveText(/my-survey-2026/);
  await expect(cash(page)).toHaveValue('12');
  await files(page)
    .getByLabel('A network file')
    .setInputFiles({ name: saved.suggestedFilename(), mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(network(page).getByText(unchanged)).toBeVisible();
  await undo(page).click();
  await expect(cash(page)).toHaveValue('12');

  // A bad one changes nothing.
  own.firms = own.firms.map((firm: object) => ({ ...firm, debt: { value: 'a lot', basis: 'x' }, moat: 1, rate: 3 }));
  await drop(page, '<i>bad</i>.json', JSON.stringify(own));
  await expect(files(page).getByText('“<i>bad</i>.json” is not opened, and nothing has changed.')).toBeVisible();
  await expect(files(page).getByRole('listitem')).toHaveCount(21);
  await expect(files(page).getByRole('listitem').first()).toHaveText(
    /firms\[0\]\.debt\.value \(openai\): must be a number/,
  );
  await expect(files(page).getByRole('listitem').last()).toHaveText('and 7 more');
  await expect(cash(page)).toHaveValue('12');

  const csv = await save('Save as CSV');
  expect(csv.suggestedFilename()).toBe('run-2026q3-2026-06-30-edited-world-a.csv');
  const [head = '', ...rows] = (await textOf(csv)).trimEnd().split('\n');
  expect(rows).toHaveLength(shipped.quarters * shipped.firms.length);
  expect(head).toContain('cash: Cash (USD bn)');
  const link = rows[0]?.split(',').at(-1) ?? '';
  expect(link).toMatch(/lab\.html\?v=1&stop=2027Q3&severity=0\.9&growth=0\.6&was=.*&net=/);
  const json = JSON.parse(await textOf(await save('Save as JSON')));
  expect(json.link).toBe(link);
  expect(json.series.cash).toMatchObject({ name: 'Cash', unit: 'USD bn' });
  expect(json.dials.stop.value).toBe('2027Q3');

  // The link is to that run.
  await page.goto(link);
  await awake(page);
  await expect(cash(page)).toHaveValue('12');

  // Other firms in another time, of another length.
  const [lab, host] = [shipped.firms[0], shipped.firms[5]];
  const telecom = {
    ...shipped,
    id: 'telecom',
    title: 'Telecom',
    start: '1998Q1',
    quarters: 12,
    firms: [
      { ...lab, id: 'globalx', name: 'Global X', openingStakes: { value: {}, basis: 'none' } },
      { ...host, id: 'cable', name: 'Cable & Co', role: 'cable' },
    ],
    contracts: [{ payer: 'globalx', payee: 'cable', total: 50, start: 0, length: 8, basis: 'its 10-K' }],
    supply: [],
    vendors: [],
    rivals: [],
    substitution: [],
  };
  await drop(page, 'telecom.json', JSON.stringify(telecom));
  await expect(cash(page, 'Global X')).toBeVisible();
  await expect(network(page).getByLabel('Global X to Cable & Co, row 1: From')).toHaveValue('0');
  const other = await save('Save as CSV');
  expect(other.suggestedFilename()).toBe('run-telecom-2026-06-30-edited-world-a.csv');
  const table = (await textOf(other)).trimEnd().split('\n');
  expect(table).toHaveLength(1 + 12 * 2);
  await page.goto(table[1]?.split(',').at(-1) ?? '');
  await awake(page);
  await expect(network(page).getByLabel('Name of the network')).toHaveValue('Telecom');
  const again = (await textOf(await save('Save as CSV'))).trimEnd().split('\n');
  expect(again.slice(2)).toEqual(table.slice(2));
});

test('paper has the edits and no controls', async ({ page }) => {
  await openLab(page);
  await type(page, cash(page), '80');
  await expect(network(page).getByText('One change')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(network(page).getByRole('row', { name: 'OpenAI: cash as the run opens $70bn $80bn' })).toBeVisible();
  await expect(network(page).locator('input, select, button').filter({ visible: true })).toHaveCount(0);
  await expect(files(page)).toBeHidden();
});

test('a wrong file let go at the top of the page is told of where the reader is brought to', async ({ page }) => {
  await openLab(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate(() => scrollTo(0, 0));
    await drop(page, 'recipe.json', '{"title":"A recipe"}');
    const told = files(page).getByRole('status');
    await expect(told).toHaveText('“recipe.json” is not opened, and nothing has changed.');
    await expect(told).toBeFocused();
    await expect(told).toBeInViewport({ ratio: 1 });
    await expect(files(page).getByRole('listitem')).toHaveText([/^this is no network file/]);
    await expect(files(page).getByRole('listitem')).toBeInViewport({ ratio: 1 });
  }
  // A run that the page itself saved is told from a network.
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    files(page).getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  await drop(page, 'run.json', await textOf(saved));
  await expect(files(page).getByRole('listitem')).toHaveText([
    /^this is a saved run and not a network: the link in it/,
  ]);
});

test('the top of the lab says that the network is edited, and the way back what becomes of it', async ({ page }) => {
  await openLab(page);
  const notice = page.getByRole('main').locator('> p').filter({ hasText: 'against the essay’s network' });
  const back = page.getByText('It has its own network, without your changes.');
  const reset = network(page).getByRole('button', { name: 'Back to the essay’s network' });
  await expect(network(page).getByText(unchanged)).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(back).toHaveCount(0);
  await expect(reset).toHaveAttribute('disabled');
  await type(page, cash(page), '80');
  await expect.poll(() => page.evaluate(() => location.search)).toContain('&net=');

  await page.goto(page.url());
  await awake(page);
  await expect(notice).toHaveText(/^One change against the essay’s network\./);
  await expect(notice).toBeInViewport();
  await expect(back).toBeVisible();
  await notice.getByRole('link').click();
  await expect(network(page).getByRole('heading', { name: 'The network' })).toBeInViewport();
  await reset.click();
  await expect(network(page).getByText(unchanged)).toBeFocused();
  await expect(reset).toHaveAttribute('disabled');
  await expect(notice).toHaveCount(0);
  await expect(back).toHaveCount(0);
});

test('what was said of a network is not said of another one', async ({ page }) => {
  await openLab(page);
  const said = network(page).getByRole('status');
  const add = network(page).getByRole('button', { name: 'Add a contract' });
  const added = /^A contract is added: OpenAI to Anthropic\. Choose its firms/;
  await add.click();
  await expect(said).toHaveText(added);
  await network(page).getByLabel('OpenAI to Anthropic, row 7: Who pays').selectOption('Oracle');
  await expect(said).toHaveText('');
  await undo(page).click();
  await undo(page).click();
  await expect(network(page).getByText(unchanged)).toBeVisible();
  await expect(said).toHaveText('');

  await add.click();
  await expect(said).toHaveText(added);
  await drop(page, 'mine.json', JSON.stringify({ ...shipped, title: 'Mine' }));
  await expect(files(page).getByRole('status')).toHaveText(/^“mine\.json” is open: Mine\./);
  await expect(said).toHaveText('');
  await undo(page).click();
  await expect(files(page).getByRole('status')).toHaveText('');
});
