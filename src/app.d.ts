declare module '*.svx' {
  import type { Component } from 'svelte';

  const prose: Component;
  export default prose;
}

declare module '*.md' {
  import type { Component } from 'svelte';

  const text: Component;
  export default text;
}

declare module 'virtual:figure-values' {
  const values: Readonly<Record<string, import('./build/figure-values').FigureValue | undefined>>;
  export default values;
}
