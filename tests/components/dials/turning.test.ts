import { describe, expect, it } from 'vitest';
import {
  fractionOf,
  intent,
  pixelsPerStep,
  turnedByDrag,
  turnedByKey,
  typedByKey,
  valueAt,
} from '../../../src/components/dials/turning';
import { dialOf, dials } from '../../../src/world/dials';

const severity = dialOf('severity');
const stop = dialOf('stop');

describe('keys', () => {
  it.each([
    ['ArrowRight', false, 0.81],
    ['ArrowUp', false, 0.81],
    ['ArrowLeft', false, 0.79],
    ['ArrowDown', false, 0.79],
    ['ArrowRight', true, 0.9],
    ['ArrowDown', true, 0.7],
    ['PageUp', false, 0.9],
    ['PageDown', false, 0.7],
    ['Home', false, 0],
    ['End', false, 1],
  ])('%s (shift: %s) takes 80%% to %s', (key, shift, value) => {
    expect(turnedByKey(severity, 0.8, key, shift)).toBe(value);
  });

  it('leaves other keys alone', () => {
    for (const key of ['Tab', 'Enter', 'a', '5', ' ']) expect(turnedByKey(severity, 0.8, key, false)).toBeUndefined();
  });

  it('stays within every dial, at every end', () => {
    for (const dial of dials) {
      expect(turnedByKey(dial, dial.max, 'PageUp', false)).toBe(dial.max);
      expect(turnedByKey(dial, dial.min, 'ArrowLeft', true)).toBe(dial.min);
    }
  });

  it('types with Enter, digits and a point', () => {
    expect(['Enter', '7', '.', ','].map(typedByKey)).toEqual(['', '7', '.', ',']);
    expect(['a', 'F1', 'Tab', ' '].map(typedByKey)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('drags', () => {
  it('go as far as the pointer, and come back to where they began', () => {
    const step = pixelsPerStep(severity);
    expect(turnedByDrag(severity, 0.8, 5 * step)).toBe(0.85);
    expect(turnedByDrag(severity, 0.8, -5 * step)).toBe(0.75);
    expect(turnedByDrag(severity, 0.805, 0.4 * step)).toBe(0.805);
    expect(turnedByDrag(severity, 0.8, 9999)).toBe(1);
  });

  it('reach every end within a hand’s width', () => {
    for (const dial of dials) {
      const way = pixelsPerStep(dial) * ((dial.max - dial.min) / dial.step);
      expect(way, dial.id).toBeLessThanOrEqual(450);
      expect(turnedByDrag(dial, dial.min, way + 1)).toBe(dial.max);
    }
  });

  it('are told from scrolls', () => {
    expect(intent('touch', 4, 3)).toBe('open');
    expect(intent('touch', 3, 12)).toBe('scroll');
    expect(intent('touch', 12, 5)).toBe('drag');
    expect(intent('mouse', 2, 40)).toBe('open');
    expect(intent('mouse', 4, 40)).toBe('drag');
  });
});

describe('the track', () => {
  it('reads back the value of every place on the grid', () => {
    for (const dial of dials) {
      for (const value of [dial.min, dial.usual, dial.max]) expect(valueAt(dial, fractionOf(dial, value))).toBe(value);
    }
    expect(valueAt(stop, -0.2)).toBe(0);
    expect(valueAt(stop, 1.7)).toBe(32);
  });
});
