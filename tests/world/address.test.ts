import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAddress, interval } from '../../src/world/address';

function bar(search = '', hash = '') {
  const written: string[] = [];
  const place = { pathname: '/essay/', search, hash };
  return {
    written,
    place,
    read: () => place,
    write(url: string) {
      written.push(url);
      place.search = /\?[^#]*/.exec(url)?.[0] ?? '';
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the address', () => {
  it('is written at once, and keeps path and fragment', () => {
    const here = bar('', '#play');
    createAddress(here).show(() => 'v=1&growth=0.6');
    expect(here.written).toEqual(['/essay/?v=1&growth=0.6#play']);
  });

  it('is written at once, and again when the state has rested', () => {
    const here = bar();
    const address = createAddress(here);
    for (let ms = 0; ms < 1000; ms += 10) {
      address.show(() => `v=1&severity=${ms}`);
      vi.advanceTimersByTime(10);
    }
    expect(here.written).toEqual(['/essay/?v=1&severity=0']);
    vi.advanceTimersByTime(interval);
    expect(here.written.at(-1)).toBe('/essay/?v=1&severity=990');
    const writes = here.written.length;
    vi.advanceTimersByTime(10_000);
    expect(here.written.length).toBe(writes);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never writes two states within the interval', () => {
    const here = bar();
    const address = createAddress(here);
    const times: number[] = [];
    const write = here.write;
    here.write = (url) => {
      times.push(Date.now());
      write(url);
    };
    for (let i = 0; i < 200; i++) {
      address.show(() => `v=1&panic=${i}`);
      vi.advanceTimersByTime((i * 37) % 90);
    }
    vi.runAllTimers();
    expect(Math.min(...times.slice(1).map((at, i) => at - (times[i] ?? 0)))).toBeGreaterThanOrEqual(interval);
  });

  it('is left alone when it says the same already', () => {
    const here = bar('?v=1');
    const address = createAddress(here);
    address.show(() => 'v=1');
    address.show(() => 'v=1&heal=0.1');
    address.show(() => 'v=1');
    vi.runAllTimers();
    expect(here.written.filter((url) => url.endsWith('?v=1'))).toHaveLength(here.written.length === 0 ? 0 : 1);
    expect(here.place.search).toBe('?v=1');
  });

  it('can be empty', () => {
    const here = bar('?v=1');
    createAddress(here).show(() => '');
    expect(here.written).toEqual(['/essay/']);
  });

  it('never throws, and tries again with the next state', () => {
    let allowed = false;
    const here = bar();
    const write = here.write;
    here.write = (url) => {
      if (!allowed) throw new DOMException('The operation is insecure.', 'SecurityError');
      write(url);
    };
    const address = createAddress(here);
    expect(() => address.show(() => 'v=1&growth=0.5')).not.toThrow();
    allowed = true;
    address.show(() => 'v=1&growth=0.6');
    vi.runAllTimers();
    expect(here.written).toEqual(['/essay/?v=1&growth=0.6']);
  });

  it('forgets what waits when stopped', () => {
    const here = bar();
    const address = createAddress(here);
    address.show(() => 'v=1&growth=0.5');
    address.show(() => 'v=1&growth=0.6');
    address.stop();
    vi.runAllTimers();
    expect(here.written).toEqual(['/essay/?v=1&growth=0.5']);
  });
});
