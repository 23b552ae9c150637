import { describe, expect, it } from '@jest/globals';
import { isWindowOpen, opensAt, windowBlockers } from './pre-release-window.js';

const publishedAt = new Date('2026-11-26T09:30:00Z');

describe('a pre-release window', () => {
  it.each([
    ['2026-11-25T09:29:59Z', false],
    ['2026-11-25T09:30:00Z', true],
    ['2026-11-26T09:29:59Z', true],
    ['2026-11-26T09:30:00Z', false],
  ])('of 24 hours is open at %s: %s', (now, open) => {
    expect(isWindowOpen({ publishedAt, hoursBefore: 24 }, new Date(now))).toBe(open);
  });

  it('is never open without an hour', () => {
    expect([opensAt({ publishedAt: null, hoursBefore: 24 }), isWindowOpen({ publishedAt: null, hoursBefore: 24 }, publishedAt)]).toEqual([null, false]);
  });

  it.each([
    [publishedAt, 24, 1, []],
    [publishedAt, 25, 1, ['hours-wrong']],
    [publishedAt, 0, 1, ['hours-wrong']],
    [publishedAt, Number.NaN, 0, ['hours-wrong', 'bodies-missing']],
    [publishedAt, 1.5, 1, ['hours-wrong']],
    [new Date('2026-11-23T09:00:00Z'), 24, 1, ['not-embargoed']],
    [null, 24, 1, ['not-embargoed']],
  ])('published at %s, %s hours before, for %s bodies: refused for %j', (at, hours, bodies, codes) => {
    expect(windowBlockers({ publishedAt: at, hours, bodies }, new Date('2026-11-23T09:00:00Z')).map(({ code }) => code)).toEqual(codes);
  });
});
