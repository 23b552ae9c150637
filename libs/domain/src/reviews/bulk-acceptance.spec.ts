import { describe, expect, it } from '@jest/globals';
import { bulkBlockers, type BulkFacts, likenessOf } from './bulk-acceptance.js';

const clean: BulkFacts = {
  checks: [{ kind: 'completeness', outcome: 'passed' }, { kind: 'figures', outcome: 'passed' }],
  conflict: false, departures: 0, questionOpen: false, needsSecond: false,
};

describe('accepting with others', () => {
  it.each<[string, Partial<BulkFacts>, string[]]>([
    ['clean', {}, []],
    ['before the checks', { checks: [] }, ['The checks have not run yet']],
    ['a check that wants a look', { checks: [{ kind: 'figures', outcome: 'look' }] }, ['Figures against observations: needs a look']],
    ['a failed check', { checks: [{ kind: 'completeness', outcome: 'failed' }] }, ['Completeness: failed']],
    ['a conflict', { conflict: true }, ['The rating and the figures do not agree']],
    ['one departure', { departures: 1 }, ['It departs from one figure']],
    ['two departures', { departures: 2 }, ['It departs from 2 figures']],
    ['a question', { questionOpen: true }, ['A question to the department is open']],
    ['a second reviewer', { needsSecond: true }, ['It needs a second reviewer']],
    ['all of it', { checks: [], conflict: true, departures: 1, questionOpen: true, needsSecond: true }, [
      'The checks have not run yet', 'The rating and the figures do not agree', 'It departs from one figure', 'A question to the department is open', 'It needs a second reviewer',
    ]],
  ])('%s', (_, given, expected) => {
    expect(bulkBlockers({ ...clean, ...given })).toEqual(expected);
  });

  it('goes by kind and cycle', () => {
    const one = { kind: 'evidence-return' as const, frameworkId: 'f', coversFrom: '2025-04-01', coversTo: '2026-03-31' };
    expect(likenessOf({ ...one })).toBe(likenessOf(one));
    for (const other of [{ kind: 'delivery-plan' as const }, { frameworkId: 'g' }, { coversFrom: '2024-04-01' }, { coversTo: '2025-03-31' }]) {
      expect(likenessOf({ ...one, ...other })).not.toBe(likenessOf(one));
    }
  });
});
