import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '#domain/calendar/working-days.js';
import { exampleCalendar } from './example-calendar.js';

describe('the calendar of the example', () => {
  it('has something overdue, something due soon, and the plans of the year', () => {
    expect(exampleCalendar('levelling-up-2022', '2026-11-23')).toEqual({
      cycles: [
        // Ten days before Monday 23 November is Friday the 13th.
        {
          frameworkSlug: 'levelling-up-2022', coversLabel: 'October 2025 to March 2026', coversFrom: '2025-10-01', coversTo: '2026-03-31',
          dueOn: '2026-11-13', missions: ['education', 'health'],
        },
        // Ten working days after it is Monday 7 December.
        { frameworkSlug: 'levelling-up-2022', coversLabel: 'April to September 2026', coversFrom: '2026-04-01', coversTo: '2026-09-30', dueOn: '2026-12-07' },
      ],
      years: [{ frameworkSlug: 'levelling-up-2022', coversLabel: '2026 to 2027', coversFrom: '2026-04-01', coversTo: '2027-03-31', dueOn: '2026-12-21' }],
    });
  });

  it('holds on every day', () => {
    const day = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2028-12-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const today = date.toISOString().slice(0, 10);
        const { cycles, years } = exampleCalendar('f', today);
        const [late, soon] = cycles;
        expect(late && soon && late.dueOn < today && soon.dueOn > today && late.coversTo < soon.coversFrom).toBe(true);
        expect([soon, ...years].every((cycle) => cycle && isWorkingDay(cycle.dueOn))).toBe(true);
        expect(years[0] && years[0].coversFrom <= today && today <= years[0].coversTo).toBe(true);
      }),
    );
  });
});
