declare module '*.svx' {
  import type { Component } from 'svelte';

  const prose: Component;
  export default prose;
}
