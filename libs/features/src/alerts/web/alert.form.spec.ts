import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { ActionForm, actionOf } from './alert.form.js';

const TYPED = {
  action: 'Hire\r\nteachers ', owner: ' Jo ', dueDay: '5', dueMonth: '9', dueYear: '2026', expectedEffect: 'More', expectedChange: '2', metric: 'ks2',
  releaseDay: '', releaseMonth: '', releaseYear: '', rowVersion: '3',
};

describe('the form of an action', () => {
  it('becomes a line with ISO dates and plain line ends, unfinished too', () => {
    const form = plainToInstance(ActionForm, TYPED, { exposeDefaultValues: true });
    expect(form.rowVersion).toBe(3);
    expect(actionOf(form)).toEqual({
      action: 'Hire\nteachers', owner: 'Jo', dueOn: '2026-09-05', expectedEffect: 'More', expectedChange: '2', metric: 'ks2', releaseExpectedOn: '',
    });
  });

  it.each([
    ['31', '2', '2026', '2026-02-31'],
    ['', '9', '2026', '2026-09-00'],
    ['x', '9', '26', '0026-09-0x'],
    ['', ' ', '', ''],
  ])('keeps a date that is none for the domain to refuse: %s %s %s', (dueDay, dueMonth, dueYear, dueOn) => {
    expect(actionOf(plainToInstance(ActionForm, { ...TYPED, dueDay, dueMonth, dueYear })).dueOn).toBe(dueOn);
  });
});
