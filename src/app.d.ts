declare module '*.svx' {
  import type { Component } from 'svelte';

  const prose: Component;
  export default prose;
}

declare module 'virtual:figure-values' {
  const values: Readonly<Record<string, import('./build/figure-values').FigureValue | undefined>>;
  export default values;
}
