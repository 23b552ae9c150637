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
    ['empty boxes', { plan: '', resource: '', dateNeeded: '0000-00-00', reason: 'x' }, ['date-wrong']],
  ])('%s', (_, edit, codes) => {
    expect(editReasons(GAP, edit).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    [' a\r\nb ', 'a\nb'],
    [' \r\n ', null],
  ])('keeps text without what forms add: %j', (text, kept) => {
    expect(textOrNull(text)).toBe(kept);
  });
});
