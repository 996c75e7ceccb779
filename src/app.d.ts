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

declare module 'virtual:estimate-values' {
  const values: Readonly<Record<string, import('./build/figure-values').FigureValue | undefined>>;
  export default values;
}

declare module 'virtual:network-values' {
  const values: import('./world/shipped-values').ShippedValues;
  export default values;
}

declare module 'virtual:world-values' {
  const values: import('./world/shipped-values').WorldValues;
  export default values;
}

declare module 'virtual:claim-lines' {
  const lines: readonly import('./build/claim-words').ClaimLine[];
  export default lines;
}

declare module 'virtual:claim-reasons' {
  const reasons: Readonly<Record<string, import('./build/claim-words').ClaimReasons>>;
  export default reasons;
}
