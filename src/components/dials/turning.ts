import type { Attachment } from 'svelte/attachments';
import { clampToStep, stepFrom } from '../../world/dial-steps';
import type { Dial } from '../../world/dials';
import { stayingPut } from '../staying';

/** Steps of a page key, or of an arrow with shift. */
const leap = 10;

/** Where a key takes a dial; undefined for a key that does not turn it. */
export function turnedByKey(dial: Dial, value: number, key: string, shift: boolean): number | undefined {
  const arrow = shift ? leap : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepFrom(dial, value, arrow);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepFrom(dial, value, -arrow);
    case 'PageUp':
      return stepFrom(dial, value, leap);
    case 'PageDown':
      return stepFrom(dial, value, -leap);
    case 'Home':
      return dial.min;
    case 'End':
      return dial.max;
    default:
      return undefined;
  }
}

/** What the key begins to type: a digit or a point itself, nothing for Enter; undefined for a key that does not type. */
export function typedByKey(key: string): string | undefined {
  if (key === 'Enter') return '';
  return /^[\d.,]$/.test(key) ? key : undefined;
}

/** How far a pointer travels for one step of a number in a sentence, which has no track: finer dials move faster. */
export function pixelsPerStep(dial: Dial): number {
  const steps = (dial.max - dial.min) / dial.step;
  return Math.min(14, Math.max(2, 320 / steps));
}

/** Where a drag by `dx` pixels takes a number in a sentence. */
export function turnedByDrag(dial: Dial, from: number, dx: number): number {
  const steps = Math.trunc(dx / pixelsPerStep(dial));
  return steps === 0 ? from : stepFrom(dial, from, steps);
}

/** Where on its track a value stands, 0..1. */
export function fractionOf(dial: Dial, value: number): number {
  return Math.min(1, Math.max(0, (value - dial.min) / (dial.max - dial.min)));
}

/** The value at a place of the track, 0..1. */
export function valueAt(dial: Dial, fraction: number): number {
  return clampToStep(dial, dial.min + fraction * (dial.max - dial.min));
}

/** A press this near to the middle of the handle takes the handle, and does not move it. */
const handleReach = 14;

/** Horizontal travel before a press becomes a drag: more for a finger, whose press may yet be a scroll. */
const slack = { mouse: 3, pen: 5, touch: 9 };

/** Is the press a drag, not one, or not to be said yet? A finger that goes up or down first is scrolling. */
export function intent(pointer: string, dx: number, dy: number): 'drag' | 'scroll' | 'open' {
  const enough = slack[pointer as keyof typeof slack] ?? slack.touch;
  if (pointer !== 'mouse' && Math.abs(dy) >= enough && Math.abs(dy) > Math.abs(dx)) return 'scroll';
  return Math.abs(dx) >= enough ? 'drag' : 'open';
}

export interface Turnable {
  readonly dial: Dial;
  readonly value: () => number;
  /** Does it answer? Not before the page has hydrated. */
  readonly live: () => boolean;
  readonly turn: (value: number, gesture?: object) => void;
  /** Has something done as the next frame begins (session.svelte.ts). */
  readonly atFrame: (act: () => void) => void;
  /** Asks for the field, with what has been typed so far. */
  readonly type: (text: string) => void;
  /** A control with a track: values are places on it, and a press on it jumps. Without one, only the way travelled counts. */
  readonly track?: () => DOMRect;
  readonly held?: (held: boolean) => void;
}

interface Press {
  readonly id: number;
  readonly pointer: string;
  readonly x: number;
  readonly y: number;
  readonly from: number;
  /** How far beside the middle of the handle it was taken; undefined beside the handle, or without a track. */
  readonly grip: number | undefined;
  readonly wasFocused: boolean;
  /** The entry of the history that all of this drag belongs to. */
  readonly gesture: object;
  dragging: boolean;
}

/** Makes an element a dial: the one behaviour of numbers in sentences and of sliders. */
export function turning(control: Turnable): Attachment<HTMLElement> {
  const { dial } = control;

  /** The value under a place on the track; undefined without a track. */
  const place = (x: number) => {
    const rail = control.track?.();
    return rail && valueAt(dial, (x - rail.left) / rail.width);
  };

  const gripAt = (x: number) => {
    const rail = control.track?.();
    const beside = rail && x - (rail.left + fractionOf(dial, control.value()) * rail.width);
    return beside !== undefined && Math.abs(beside) <= handleReach ? beside : undefined;
  };

  return (element) => {
    let press: Press | undefined;
    /** Turns to where the hand has moved since the last frame. */
    let moved: (() => void) | undefined;

    /** Turns, and stays where it is: the paragraph of a number, for the number itself may come to stand in another line. */
    function turn(to: number, gesture?: object): void {
      // Most moves of a hand are less than a step.
      if (to === control.value()) return;
      stayingPut(element.parentElement, () => control.turn(to, gesture));
    }

    function keydown(event: KeyboardEvent): void {
      if (!control.live() || event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
      const value = turnedByKey(dial, control.value(), event.key, event.shiftKey);
      const text = typedByKey(event.key);
      if (value !== undefined) turn(value);
      else if (text !== undefined) control.type(text);
      else return;
      event.preventDefault();
    }

    function down(event: PointerEvent): void {
      if (!control.live() || press || !event.isPrimary || event.button !== 0) return;
      press = {
        id: event.pointerId,
        pointer: event.pointerType,
        x: event.clientX,
        y: event.clientY,
        from: control.value(),
        grip: gripAt(event.clientX),
        wasFocused: document.activeElement === element,
        gesture: {},
        dragging: false,
      };
      element.setPointerCapture(event.pointerId);
      // A mouse does not scroll: its press on a track jumps at once, and takes the handle along.
      const to = event.pointerType === 'mouse' && press.grip === undefined ? place(event.clientX) : undefined;
      if (to !== undefined) turn(to, press.gesture);
    }

    function move(event: PointerEvent): void {
      if (event.pointerId !== press?.id) return;
      const dx = event.clientX - press.x;
      if (!press.dragging) {
        const meant = intent(press.pointer, dx, event.clientY - press.y);
        if (meant === 'scroll') release();
        if (meant !== 'drag') return;
        press.dragging = true;
        control.held?.(true);
      }
      const { from, grip = 0, gesture } = press;
      if (!moved) control.atFrame(follow);
      moved = () => turn(place(event.clientX - grip) ?? turnedByDrag(dial, from, dx), gesture);
    }

    function follow(): void {
      moved?.();
      moved = undefined;
    }

    function up(event: PointerEvent): void {
      if (event.pointerId !== press?.id) return;
      const { dragging, pointer, wasFocused, grip, gesture } = press;
      follow();
      release();
      if (dragging || grip !== undefined) return;
      // A tap: on a track it jumps; on a number it opens the field (with a mouse the first click only takes the focus, for the keys).
      const to = place(event.clientX);
      if (to !== undefined) turn(to, gesture);
      else if (pointer !== 'mouse' || wasFocused) control.type('');
    }

    function release(): void {
      if (press && element.hasPointerCapture(press.id)) element.releasePointerCapture(press.id);
      press = undefined;
      control.held?.(false);
    }

    /** The browser has taken the finger for a scroll: what little has been turned goes back. */
    function cancel(event: PointerEvent): void {
      if (event.pointerId !== press?.id) return;
      const { dragging, from, gesture } = press;
      moved = undefined;
      if (dragging) turn(from, gesture);
      release();
    }

    const abort = new AbortController();
    const { signal } = abort;
    element.addEventListener('keydown', keydown, { signal });
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', cancel, { signal });
    return () => abort.abort();
  };
}
