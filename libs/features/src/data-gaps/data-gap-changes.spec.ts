import { describe, expect, it } from '@jest/globals';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { changesOfGap, editReasons, textOrNull } from './data-gap-changes.js';
import { type DataGap } from './data-gap.entity.js';

const GAP = { owner: null, ownerPerson: null, plan: 'A survey.', resource: '£1 million', dateNeeded: '2027-06-01' } as DataGap;
const DHSC = { name: 'Department of Health and Social Care' } as Organisation;

describe('changes of a gap', () => {
  it('are told from what to what, and only what changed', () => {
    expect(changesOfGap(GAP, { owner: DHSC, plan: 'A survey.', resource: null, dateNeeded: '2027-09-30' })).toEqual([
      { field: 'owner', text: 'Owner: Department of Health and Social Care (before: the department that leads the mission)' },
      { field: 'resource', text: 'Resource: nothing (before: £1 million)' },
      { field: 'dateNeeded', text: 'Needed by: 30 September 2027 (before: 1 June 2027)' },
    ]);
    expect(changesOfGap(GAP, { owner: null, plan: 'A survey.', resource: '£1 million' })).toEqual([]);
  });

  it.each<[string, Parameters<typeof editReasons>[1], string[]]>([
    ['a plan with its resource', { plan: 'A', resource: 'B' }, []],
    ['no plan at all', { plan: ' ', resource: '' }, []],
    ['a plan alone', { plan: 'A', resource: '' }, ['resource-missing']],
    ['a resource alone', { plan: '', resource: 'B' }, ['plan-missing']],
    ['the same date', { plan: '', resource: '', dateNeeded: '2027-06-01' }, []],
    ['another date without a reason', { plan: '', resource: '', dateNeeded: '2027-06-02', reason: ' ' }, ['reason-missing']],
    ['another date with one', { plan: '', resource: '', dateNeeded: '2027-06-02', reason: 'x' }, []],
    ['a day that there is not', { plan: '', resource: '', dateNeeded: '2027-02-29', reason: 'x' }, ['date-wrong']],
    ['two digits of a year', { plan: '', resource: '', dateNeeded: '0027-06-01', reason: 'x' }, ['date-wrong']],
    ['the day itself', { plan: '', resource: '', dateNeeded: '2026-11-23', reason: 'x' }, []],
    ['a day that has passed', { plan: '', resource: '', dateNeeded: '2026-11-22', reason: 'x' }, ['date-past']],
    ['empty boxes', { plan: '', resource: '', dateNeeded: '', reason: 'x' }, ['date-wrong']],
  ])('%s', (_, edit, codes) => {
    expect(editReasons(GAP, edit, '2026-11-23').map(({ code }) => code)).toEqual(codes);
  });

  it('names today to those who choose a day that has passed, and lets one stand that has', () => {
    const edit = { plan: '', resource: '', dateNeeded: '2020-01-01', reason: 'x' };
    expect(editReasons(GAP, edit, '2026-11-23')).toEqual([{ code: 'date-past', message: 'The date needed must be today, 23 November 2026, or later', field: 'dateNeeded' }]);
    expect(editReasons({ dateNeeded: '2020-01-01' }, edit, '2026-11-23')).toEqual([]);
  });

  it.each([
    [' a\r\nb ', 'a\nb'],
    [' \r\n ', null],
  ])('keeps text without what forms add: %j', (text, kept) => {
    expect(textOrNull(text)).toBe(kept);
  });
});
