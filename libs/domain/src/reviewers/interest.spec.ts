import { describe, expect, it } from '@jest/globals';
import { endingFaults, holdsOn, type InterestDraft, interestFaults } from './interest.js';

const draft: InterestDraft = { missionId: 'm', organisationId: null, what: 'My sister runs a school', from: '2026-01-01', to: '' };

describe('an interest', () => {
  it.each<[string, string | null, boolean]>([
    ['2026-11-24', null, false],
    ['2026-11-23', null, true],
    ['2026-01-01', '2026-11-23', true],
    ['2026-01-01', '2026-11-22', false],
    ['2026-11-23', '2026-11-23', true],
  ])('from %s to %s holds on 23 November: %s', (from, to, holds) => {
    expect(holdsOn({ from, to }, '2026-11-23')).toBe(holds);
  });

  it.each<[string, Partial<InterestDraft>, string[]]>([
    ['whole', {}, []],
    ['in an organisation', { missionId: null, organisationId: 'o' }, []],
    ['with its end', { to: '2026-01-01' }, []],
    ['in nothing', { missionId: null }, ['subject-missing']],
    ['in two things', { organisationId: 'o' }, ['subject-missing']],
    ['without words', { what: '  ' }, ['what-missing']],
    ['with too many', { what: 'x'.repeat(1001) }, ['what-too-long']],
    ['with as many as there may be', { what: 'x'.repeat(1000) }, []],
    ['without a beginning', { from: '' }, ['from-missing']],
    ['from no date', { from: undefined }, ['from-no-date']],
    ['to no date', { to: undefined }, ['to-no-date']],
    ['the wrong way round', { to: '2025-12-31' }, ['to-before-from']],
    ['empty', { missionId: null, what: '', from: '' }, ['subject-missing', 'what-missing', 'from-missing']],
  ])('%s', (_, given, codes) => {
    expect(interestFaults({ ...draft, ...given }).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, string | undefined, string | null, string[]]>([
    ['today', '2026-11-23', null, []],
    ['later', '2026-12-31', null, []],
    ['yesterday', '2026-11-22', null, ['to-in-the-past']],
    ['before it began', '2025-12-31', null, ['to-before-from']],
    ['nothing', '', null, ['to-missing']],
    ['no date', undefined, null, ['to-no-date']],
    ['earlier than on the register', '2026-12-01', '2026-12-31', []],
    ['later than on the register', '2027-01-01', '2026-12-31', ['to-later']],
  ])('ends %s', (_, on, to, codes) => {
    expect(endingFaults({ from: '2026-01-01', to }, on, '2026-11-23').map(({ code }) => code)).toEqual(codes);
  });
});
