import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { AnswerForm, planOf } from './alert.form.js';

const line = { action: 'Hire\r\nteachers ', owner: ' Jo ', day: '5', month: '9', year: '2026', expectedEffect: 'More', releaseThatShows: 'KS2 2027' };

describe('the form of an answer', () => {
  it('becomes a plan, line by line, with ISO dates and plain line ends', () => {
    const form = plainToInstance(AnswerForm, { summary: 'A\r\nB', actions: [line, { owner: 'X' }], rowVersion: '3' }, { exposeDefaultValues: true });
    expect(form.rowVersion).toBe(3);
    expect(planOf(form)).toEqual({
      summary: 'A\nB',
      actions: [
        { action: 'Hire\nteachers', owner: 'Jo', dueOn: '2026-09-05', expectedEffect: 'More', releaseThatShows: 'KS2 2027' },
        { action: '', owner: 'X', dueOn: '', expectedEffect: '', releaseThatShows: '' },
      ],
    });
  });

  it.each([
    ['31', '2', '2026', '2026-02-31'],
    ['', '9', '2026', '2026-09-00'],
    ['x', '9', '26', '0026-09-0x'],
    ['', ' ', '', ''],
  ])('keeps a date that is none for the domain to refuse: %s %s %s', (day, month, year, dueOn) => {
    const form = plainToInstance(AnswerForm, { summary: 'S', actions: [{ ...line, day, month, year }], rowVersion: '1' });
    expect(planOf(form).actions[0]?.dueOn).toBe(dueOn);
  });
});
