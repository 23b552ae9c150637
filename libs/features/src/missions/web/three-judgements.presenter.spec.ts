import { describe, expect, it } from '@jest/globals';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { threeJudgements } from './three-judgements.presenter.js';

const STANDING = {
  computed: { verdict: 'off-track', summary: 'off track on 1 of 2', sentence: 'Off track on 1 of 2 headline targets (A).', asOf: '2026-11-23' },
  department: { rating: 'amber-green', sentence: 'We are catching up.', organisation: 'Department for Education', submissionReference: 'ER-2026-7K3D', givenAt: new Date('2026-06-30T23:30:00Z') },
  council: { verdict: 'slipping', sentence: 'Too slow.', givenByName: 'Margaret Ellison', givenAt: new Date('2026-07-02T10:00:00Z') },
} as MissionStanding;

describe('threeJudgements', () => {
  it('gives each its word, its reason, and who said it when', () => {
    expect(threeJudgements(STANDING).map(({ tag, why, who }) => [tag?.text, why, who])).toEqual([
      ['Off track', 'Off track on 1 of 2 headline targets (A).', 'Computed by Waymark from the figures published by 23 November 2026.'],
      ['Amber-green', 'We are catching up.', 'Department for Education, 1 July 2026, in return ER-2026-7K3D.'],
      ['Slipping', 'Too slow.', 'Margaret Ellison, 2 July 2026. Given by a member for the council.'],
    ]);
    expect(threeJudgements(STANDING)[1]?.detail).toContain('It is probable that the target will be met.');
  });

  it('says where the council’s is a decision that it took together', () => {
    const council = { ...STANDING.council, decision: { reference: 'CD-2026-7K3D', title: 'Too slow' } } as MissionStanding['council'];
    expect(threeJudgements({ ...STANDING, council })[2]).toMatchObject({ who: 'A decision of the council, 2 July 2026.', decision: { href: '/council/decisions/CD-2026-7K3D', text: 'CD-2026-7K3D: Too slow' } });
  });

  it('keeps all three places where nobody has judged', () => {
    expect(threeJudgements(null).map(({ tag, why }) => [tag, why])).toEqual([
      [undefined, 'Not judged yet'],
      [undefined, 'The department has not given a rating that the council has accepted.'],
      [undefined, 'The council has not recorded a judgement.'],
    ]);
  });
});
