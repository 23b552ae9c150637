import { describe, expect, it } from '@jest/globals';
import { endOfLondonDay, londonDate, londonInstant } from './clock.js';

describe('time in London', () => {
  it.each([
    ['2026-01-15', '09:30', '2026-01-15T09:30:00.000Z'],
    ['2026-06-26', '09:30', '2026-06-26T08:30:00.000Z'],
    // the clocks go forward at 1am on 29 March 2026 and back at 2am on 25 October 2026
    ['2026-03-29', '09:30', '2026-03-29T08:30:00.000Z'],
    ['2026-03-28', '09:30', '2026-03-28T09:30:00.000Z'],
    ['2026-10-25', '09:30', '2026-10-25T09:30:00.000Z'],
    ['2026-10-24', '09:30', '2026-10-24T08:30:00.000Z'],
    // this half hour does not exist: the one after it stands for it
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['2026-07-01', '00:00', '2026-06-30T23:00:00.000Z'],
  ])('is on %s at %s the instant %s', (date, time, instant) => {
    expect(londonInstant(date, time).toISOString()).toBe(instant);
  });

  it.each([
    ['2026-01-31', '2026-01-31T23:59:59.999Z'],
    ['2026-06-26', '2026-06-26T22:59:59.999Z'],
    ['2026-03-28', '2026-03-28T23:59:59.999Z'],
    ['2026-03-29', '2026-03-29T22:59:59.999Z'],
    ['2026-10-25', '2026-10-25T23:59:59.999Z'],
  ])('ends on %s at %s', (date, instant) => {
    expect(endOfLondonDay(date).toISOString()).toBe(instant);
    expect(londonDate(endOfLondonDay(date))).toBe(date);
  });
});
