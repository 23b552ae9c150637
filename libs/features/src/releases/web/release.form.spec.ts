import { describe, expect, it } from '@jest/globals';
import { ApplicationError } from '#platform/errors/application-error.js';
import { hourOf, type MoveHourForm } from './release.form.js';

const form = (day: string, month: string, year: string, time: string): MoveHourForm => ({ day, month, year, time, reason: '' });

describe('hourOf', () => {
  it.each([
    ['winter', form('5', '1', '2026', '09:30'), '2026-01-05T09:30:00.000Z'],
    ['summer', form('05', '6', '2026', '9:30'), '2026-06-05T08:30:00.000Z'],
    ['the day on which summer time begins', form('29', '3', '2026', '09:30'), '2026-03-29T08:30:00.000Z'],
    ['the day before', form('28', '3', '2026', '09:30'), '2026-03-28T09:30:00.000Z'],
    ['the day on which it ends', form('25', '10', '2026', '09:30'), '2026-10-25T09:30:00.000Z'],
    ['the day before that', form('24', '10', '2026', '09:30'), '2026-10-24T08:30:00.000Z'],
    ['midnight in summer', form('1', '7', '2026', '00:00'), '2026-06-30T23:00:00.000Z'],
  ])('reads London time: %s', (_, given, expected) => expect(hourOf(given).toISOString()).toBe(expected));

  it.each([
    ['no day', form('31', '2', '2026', '09:30'), ['publishedOn']],
    ['no time', form('1', '2', '2026', '25:00'), ['time']],
    ['nothing', form('', '', '', ''), ['publishedOn', 'time']],
  ])('refuses %s beside its field', (_, given, fields) => {
    let thrown: unknown;
    try {
      hourOf(given);
    } catch (error) {
      thrown = error;
    }
    expect(thrown instanceof ApplicationError && thrown.reasons.map(({ field }) => field)).toEqual(fields);
  });
});
