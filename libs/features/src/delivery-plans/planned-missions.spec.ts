import { describe, expect, it } from '@jest/globals';
import { type MissionLead } from '#features/missions/mission-lead.entity.js';
import { plannedMissions } from './planned-missions.js';

const lead = (organisationId: string): MissionLead => ({ from: '2022-02-02', to: null, organisationId }) as MissionLead;
const MISSIONS = [
  { slug: 'health', number: 7, focusArea: 'Health', contributors: ['dfe'], leads: [lead('id-dhsc')] },
  { slug: 'skills', number: 6, focusArea: 'Skills', contributors: ['dwp'], leads: [lead('id-dfe')] },
  { slug: 'crime', number: 11, focusArea: 'Crime', contributors: ['dhsc'], leads: [] },
  { slug: 'wellbeing', number: 8, focusArea: 'Well-being', contributors: ['dfe'], leads: [lead('id-dluhc')] },
  { slug: 'education', number: 5, focusArea: 'Education', contributors: ['dfe'], leads: [lead('id-dfe')] },
];

describe('the missions of a plan', () => {
  it('are those led, then those contributed to, each once', () => {
    expect(plannedMissions(MISSIONS, { id: 'id-dfe', slug: 'dfe' }, '2026-12-21').map(({ slug, part }) => `${slug} ${part}`)).toEqual([
      'education led', 'skills led', 'health contributing', 'wellbeing contributing',
    ]);
  });

  it('are none before anybody leads', () => {
    expect(plannedMissions(MISSIONS, { id: 'id-dfe', slug: 'ofsted' }, '2022-01-01')).toEqual([]);
  });
});
