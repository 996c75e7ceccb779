/**
 * The search over the figures: the page lists them all, and this hides the rows that do not match. It shows its own controls, for without it they
 * would do nothing.
 */
export function findable(): void {
  const controls = document.getElementById('find');
  const field = controls?.querySelector<HTMLInputElement>('input[type="search"]');
  const said = controls?.querySelector('[role="status"]');
  if (!controls || !field || !said) return;
  const boxes = [...controls.querySelectorAll<HTMLInputElement>('input[name="grade"]')];
  const topics = [...document.querySelectorAll<HTMLTableElement>('table[data-topic]')].map((table) => ({
    table,
    rows: [...table.querySelectorAll<HTMLElement>('tr[data-grade]')].map((row) => ({
      row,
      grade: row.dataset.grade ?? '',
      text: plain(`${table.caption?.textContent} ${row.id} ${row.textContent}`),
    })),
  }));
  const count = topics.reduce((sum, { rows }) => sum + rows.length, 0);

  function find(): void {
    const wanted = plain(field?.value ?? '').split(' ');
    const grades = new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
    let found = 0;
    for (const { table, rows } of topics) {
      let any = false;
      for (const { row, grade, text } of rows) {
        row.hidden = !grades.has(grade) || !wanted.every((word) => text.includes(word));
        if (row.hidden) continue;
        any = true;
        found += 1;
      }
      table.hidden = !any;
    }
    if (said) said.textContent = found === count ? '' : `${found} of ${count} figures`;
  }

  controls.hidden = false;
  controls.addEventListener('input', find);
  // A link to a row that is hidden brings all of them back.
  addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.checkVisibility()) return;
    field.value = '';
    for (const box of boxes) box.checked = true;
    find();
    target.scrollIntoView();
  });
}

/** Small letters, one blank between words. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
