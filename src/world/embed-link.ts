/** The query of a page that shows one figure alone, without "?": the figure by its id, then the world. What a sender saw is left out: nobody is told of it there. */
export function embedQuery(figure: string, world: string): string {
  return [`figure=${figure}`, ...fieldsOf(world).filter((field) => !field.startsWith('was='))].join('&');
}

/** Which figure a query asks for, and the rest of it. */
export function splitFigure(query: string): { readonly figure: string | undefined; readonly world: string } {
  const fields = fieldsOf(query);
  const figure = fields.find((field) => field.startsWith('figure='))?.slice('figure='.length);
  return { figure, world: fields.filter((field) => !field.startsWith('figure=')).join('&') };
}

function fieldsOf(query: string): string[] {
  return query.replace(/^\?/, '').split('&').filter(Boolean);
}
