import { describe, expect, it } from '@jest/globals';
import { gapsBlock, purposeBlock } from './metric-purpose.presenter.js';

const CLAUSE = { framework: 'f', mission: 'education', focusArea: 'Education', headline: true, clause: 'every child reads' };

describe('why a metric is used', () => {
  it('names the mission, the metric’s part in it and the clause, where one does', () => {
    expect(purposeBlock([CLAUSE, { ...CLAUSE, headline: false, clause: null }])).toEqual({
      empty: undefined,
      lines: [
        { mission: 'Education', href: '/frameworks/f/missions/education', role: 'A headline metric of this mission', clause: 'every child reads' },
        { mission: 'Education', href: '/frameworks/f/missions/education', role: 'It supports the headline metrics of this mission', clause: undefined },
      ],
    });
  });

  it('says so where no mission asks for it', () => expect(purposeBlock([]).empty).toMatch(/^No mission/));
});

describe('what the figures lack', () => {
  it('leads to each gap', () => {
    expect(gapsBlock([{ reference: 'DG-1', kind: 'stale', sentence: 'Nothing since 2021.', dateNeeded: '2027-01-31' }]).lines).toEqual([
      { href: '/data-gaps/DG-1', text: 'Out of date (DG-1)', sentence: 'Nothing since 2021.', needed: 'Needed by 31 January 2027' },
    ]);
  });

  it('says so where the register has nothing open', () => expect(gapsBlock([])).toEqual({ empty: 'The register of data gaps has nothing open for this metric.', lines: [] }));
});
