import type { Session } from '../world/session.svelte';

/** Undo and redo by the keys that do so everywhere: for `keydown` of the window. */
export function undoKeys(session: Pick<Session, 'undo' | 'redo'>): (event: KeyboardEvent) => void {
  return (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || typesText(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === 'z') event.shiftKey ? session.redo() : session.undo();
    else if (key === 'y' && !event.shiftKey) session.redo();
    else return;
    event.preventDefault();
  };
}

/** A field has an undo of its own. */
function typesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
