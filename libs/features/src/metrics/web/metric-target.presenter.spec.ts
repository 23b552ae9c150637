import { describe, expect, it } from '@jest/globals';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Target } from '#features/missions/target.entity.js';
import { metricTarget, type MetricTargetParts } from './metric-target.presenter.js';

const TARGET = {
  slug: 'ks2', title: '90% by 2030', role: 'headline', areas: { one: 'E92000001' },
  baseline: { period: '2018-09-01/P1Y', reason: 'The last before 2020.' }, decides: { period: '2029-09-01/P1Y', releaseExpected: '2030-12-15' },
  mission: { slug: 'education', focusArea: 'Education', framework: { slug: 'levelling-up-2022', title: 'Levelling Up' } },
} as unknown as Target;
const word = (method: string, verdict: string): object => ({ method, verdict, sentence: `${method} says so.`, numbers: {} });
const COMPUTED = {
  verdict: 'off-track', sentence: 'It is off track.', reasons: ['Only rounding is allowed for.'], method: 'pace', methodVersion: '2', asOf: '2026-11-23',
  components: { latest: {}, methods: [word('interim-path', 'slipping'), word('pace', 'off-track')] },
} as unknown as ComputedStanding;
const PARTS: MetricTargetParts = { target: TARGET, computed: COMPUTED, figure: undefined, path: undefined, inputs: undefined };
const computed = (over: Partial<ComputedStanding>): ComputedStanding => ({ ...COMPUTED, ...over });

describe('metricTarget', () => {
  it('puts the method that decides first and says so', () => {
    const { methods } = metricTarget(PARTS);
    expect(methods?.rows.map(({ method, decides, tag, sentence }) => [method, decides, tag.text, sentence])).toEqual([
      ['Pace projection', 'decides', 'Off track', 'pace says so.'],
      ['Interim path', undefined, 'Slipping', 'interim-path says so.'],
    ]);
    expect(methods?.note).toBeUndefined();
  });

  it.each(['direction-only', 'hold'] as const)('takes %s as how the interim path judges such a target', (method) => {
    expect(metricTarget({ ...PARTS, computed: computed({ method }) }).methods?.rows[0]).toMatchObject({ method: 'Interim path', decides: 'decides' });
  });

  it.each<[string, Partial<ComputedStanding['components']>, string]>([
    ['a rule over areas', { areas: { usable: 1, expected: 2 } }, 'The rule over areas has a method of its own; the methods for one series do not apply.'],
    ['a target without a figure', {}, 'The other methods say nothing here: they need a number to reach, a baseline and a later figure.'],
  ])('says why there is no other word for %s', (_, over, note) => {
    const components = { ...COMPUTED.components, methods: undefined, ...over } as ComputedStanding['components'];
    expect(metricTarget({ ...PARTS, computed: computed({ components }) }).methods).toMatchObject({ rows: [], note });
  });

  it('stands beside "not an official statistic", the mission, the baseline and what decides', () => {
    const section = metricTarget(PARTS);
    expect(section).toMatchObject({ id: 'education-ks2', tag: { text: 'Off track' }, sentence: 'It is off track.', remarks: ['Only rounding is allowed for.'] });
    expect(section.notOfficial).toContain('not an official statistic');
    expect(section.facts).toEqual([
      { key: 'Mission', text: 'Education, Levelling Up', href: '/frameworks/levelling-up-2022/missions/education#ks2' },
      { key: 'Forecast', text: 'What is likely to come: 90% by 2030', href: '/frameworks/levelling-up-2022/missions/education/targets/ks2#forecast' },
      { key: 'Baseline', text: 'School year 2018/19. The last before 2020.' },
      { key: 'Decided by', text: 'School year 2029/30, with figures expected on 15 December 2030.' },
      { key: 'Judged on', text: 'Figures published by 23 November 2026; version 2 of the methods.' },
    ]);
  });

  it.each([
    [{ usable: 31, expected: 153 }, ['31 of 153 areas have the figures.', 'No populations are loaded for these areas, so nobody can say what share of the people they hold.']],
    [{ usable: 3, expected: 3, risen: 1, fallen: 1, cannotTell: 1, shareOfPeople: 0.98 }, ['3 of 3 areas have the figures: 1 shown better, 1 shown worse, 1 cannot be told.', '98% of the people live in the areas that have figures.']],
  ])('counts areas and people: %j', (areas, texts) => {
    const { facts } = metricTarget({ ...PARTS, computed: computed({ components: { ...COMPUTED.components, areas } }) });
    expect(facts.filter(({ key }) => key === 'Areas with figures' || key === 'Share of the people').map(({ text }) => text)).toEqual(texts);
  });

  it('is there before the first judging', () => {
    const section = metricTarget({ ...PARTS, target: { ...TARGET, role: 'supporting' }, computed: null });
    expect([section.tag.text, section.sentence, section.notOfficial, section.methods]).toEqual(['Not judged yet', 'There are no figures to judge it by.', undefined, undefined]);
    expect(section.supporting).toContain('never decides');
  });
});
