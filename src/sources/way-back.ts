/** The links back to the essay take along the world that the reader came with. */
export function returnWithWorld(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.back')) link.search = location.search;
}
