import { expect, slider, test, undo, world } from './page';

test.describe('a dial that does nothing in this world', () => {
  test('says so, and offers the stop that it waits for', async ({ essay: page }) => {
    await world(page, 'The plan holds').click();
    const play = page.getByRole('region', { name: 'Play' });
    const severity = play.locator('.track').first();
    await expect(severity).toHaveAccessibleDescription('does nothing: the money never stops');
    await severity.press('End');
    await play.getByRole('button', { name: 'let it stop in 2027 Q3' }).click();
    await expect(severity).toBeFocused();
    await expect(severity).toHaveAccessibleDescription(/fails/);
    // The stop alone is set: what the reader turned stays turned.
    await expect(severity).toHaveAttribute('aria-valuenow', '1');
    await expect(slider(page, 'stop')).toHaveAttribute('aria-valuetext', 'quarter 3 of 2027');
    await undo(page).click();
    await expect(severity).toHaveAccessibleDescription('does nothing: the money never stops');
  });
});
