import { describe, expect, it } from 'vitest';
import { onceInFrame } from '../../src/world/in-frame';

/** Frames that come when they are told to. */
function byHand() {
  const asked: ((time: number) => void)[] = [];
  return {
    asked,
    frame: (callback: (time: number) => void) => void asked.push(callback),
    next: () => {
      for (const callback of asked.splice(0)) callback(0);
    },
  };
}

describe('what is to be done in the next frame', () => {
  it('is done once, however often it is asked for', () => {
    const { frame, asked, next } = byHand();
    const done: string[] = [];
    const ask = onceInFrame(frame, () => done.push('run'));
    ask();
    ask();
    expect(asked).toHaveLength(1);
    expect(done).toEqual([]);
    next();
    expect(done).toEqual(['run']);
    next();
    expect(done).toEqual(['run']);
    ask();
    next();
    expect(done).toEqual(['run', 'run']);
  });

  it('comes after what a hand does in that frame, which asks for it in the same', () => {
    const { frame, asked, next } = byHand();
    const done: string[] = [];
    const ask = onceInFrame(frame, () => done.push('run'));
    ask(() => {
      done.push('turn');
      ask();
    });
    next();
    expect(done).toEqual(['turn', 'run']);
    expect(asked).toHaveLength(0);
  });

  it('is done also where something before it fails, and the next frame is another', () => {
    const { frame, next } = byHand();
    const done: string[] = [];
    const ask = onceInFrame(frame, () => done.push('run'));
    ask(() => {
      throw new Error('no');
    });
    expect(next).toThrow('no');
    expect(done).toEqual(['run']);
    ask();
    next();
    expect(done).toEqual(['run', 'run']);
  });
});
