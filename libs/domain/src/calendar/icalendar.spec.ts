import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DiaryDay, icalendar } from './icalendar.js';

const DAY: DiaryDay = { uid: 'due-1@example.org', sequence: 0, firstDay: '2026-12-31', lastDay: '2026-12-31', summary: 'Due', description: '' };
const made = (day: Partial<DiaryDay>): string => icalendar({ name: 'Reporting calendar', days: [{ ...DAY, ...day }], stamp: new Date('2026-11-23T09:00:00.123Z') });

/** As a reader does it: unfold, then take a property's value back to text. */
const valueOf = (text: string, property: string): string | undefined => {
  const line = text.replaceAll('\r\n ', '').split('\r\n').find((found) => found.startsWith(`${property}:`));
  return line?.slice(property.length + 1).replaceAll(/\\(n|.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
};

describe('a diary', () => {
  it('is an iCalendar file of whole days, each ending on the day after', () => {
    expect(made({ url: 'https://waymark.example.org/calendar' }).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Waymark//Reporting calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'NAME:Reporting calendar',
      'X-WR-CALNAME:Reporting calendar', 'BEGIN:VEVENT', 'UID:due-1@example.org', 'DTSTAMP:20261123T090000Z', 'SEQUENCE:0', 'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101', 'SUMMARY:Due', 'URL:https://waymark.example.org/calendar', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });

  it.each<[string, string]>([
    ['a, b; c\\d', 'SUMMARY:a\\, b\\; c\\\\d'],
    ['one\ntwo\r\nthree', 'SUMMARY:one\\ntwo\\nthree'],
    ['END:VCALENDAR\r\nBEGIN:VEVENT', 'SUMMARY:END:VCALENDAR\\nBEGIN:VEVENT'],
    ['bell\u0007', 'SUMMARY:bell'],
  ])('marks what has a meaning: %j', (summary, line) => {
    expect(made({ summary }).split('\r\n')).toContain(line);
  });

  it('folds at 75 bytes, cuts no character, and is read back as it was', () => {
    const text = fc.array(fc.constantFrom('a', 'é', '—', '😀', ',', ';', '\\', '\n', ' '), { maxLength: 200 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, (summary) => {
        const file = made({ summary });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(file).not.toContain('\uFFFD');
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(valueOf(file, 'SUMMARY')).toBe(summary);
      }),
    );
  });
});
