import { intent } from './dials/turning';

interface Pressable {
  /** Does it answer? Not before the page has hydrated. */
  readonly live: () => boolean;
  /** Takes the place of the pointer. All places of one press come with one and the same gesture. */
  readonly at: (event: PointerEvent, gesture: object) => void;
  /** What is dragged at once, also by a finger, and stays where it is until then. */
  readonly grip?: string;
}

/** Lets an element be pressed and dragged over, until the signal says stop. A finger that goes up or down scrolls the page. */
export function listenForPresses(element: HTMLElement, { live, at, grip }: Pressable, signal: AbortSignal): void {
  let press: { id: number; pointer: string; x: number; y: number; gesture: object; dragging: boolean } | undefined;

  function down(event: PointerEvent): void {
    if (!live() || press || !event.isPrimary || event.button !== 0) return;
    const gripped = grip !== undefined && event.target instanceof Element && event.target.closest(grip) !== null;
    const { pointerId: id, pointerType: pointer, clientX: x, clientY: y } = event;
    press = { id, pointer, x, y, gesture: {}, dragging: gripped || pointer === 'mouse' };
    element.setPointerCapture(id);
    if (press.dragging && !gripped) at(event, press.gesture);
  }

  function move(event: PointerEvent): void {
    if (event.pointerId !== press?.id) return;
    if (!press.dragging) {
      const meant = intent(press.pointer, event.clientX - press.x, event.clientY - press.y);
      if (meant === 'scroll') release();
      if (meant !== 'drag' || !press) return;
      press.dragging = true;
    }
    at(event, press.gesture);
  }

  function up(event: PointerEvent): void {
    if (event.pointerId !== press?.id) return;
    if (!press.dragging) at(event, press.gesture);
    release();
  }

  function release(): void {
    if (press && element.hasPointerCapture(press.id)) element.releasePointerCapture(press.id);
    press = undefined;
  }

  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', release, { signal });
}
