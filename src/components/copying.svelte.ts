/** How long a button says that it has copied, in milliseconds. */
const said = 2000;

/** Puts text on the clipboard. Where the browser does not allow it, the text is shown to be copied by hand (ByHand.svelte). */
export interface Copying {
  /** What was copied a moment ago, by the name under which it was asked for. */
  readonly copied: string | undefined;
  /** What the reader has to copy, if it was refused. */
  readonly byHand: { readonly name: string; readonly text: string } | undefined;
  /** Says whether it could be done. */
  copy(name: string, text: string): Promise<boolean>;
  /** The reader is done. */
  close(): void;
}

export function createCopying(): Copying {
  let copied = $state<string>();
  let byHand = $state.raw<{ readonly name: string; readonly text: string }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    get copied() {
      return copied;
    },
    get byHand() {
      return byHand;
    },
    async copy(name, text) {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        byHand = { name, text };
        return false;
      }
      byHand = undefined;
      copied = name;
      clearTimeout(timer);
      timer = setTimeout(() => {
        copied = undefined;
      }, said);
      return true;
    },
    close() {
      byHand = undefined;
    },
  };
}
