import { describe, expect, it } from '@jest/globals';
import { leadOn } from './lead-on.js';
import { type MissionLead } from './mission-lead.entity.js';

const lead = (organisationId: string, from: string, to: string | null): MissionLead => ({ organisationId, from, to }) as MissionLead;

describe('leadOn', () => {
  const leads = [lead('a', '2022-02-02', '2023-06-01'), lead('b', '2023-07-01', null)];

  it.each([
    ['2022-02-01', undefined],
    ['2022-02-02', 'a'],
    ['2023-05-31', 'a'],
    ['2023-06-01', undefined], // the end is the first day without it
    ['2023-07-01', 'b'],
    ['2030-01-01', 'b'],
  ])('on %s it is %s', (date, organisationId) => expect(leadOn({ leads }, date)?.organisationId).toBe(organisationId));
});
