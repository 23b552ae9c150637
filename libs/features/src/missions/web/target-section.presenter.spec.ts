import { describe, expect, it } from '@jest/globals';
import { type FigureUsed } from '#domain/judgements/computed-judgement.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { type Target } from '../target.entity.js';
import { type TargetFacts, targetSection } from './target-section.presenter.js';

const METRIC = {
  slug: 'key-stage-2', name: 'Pupils at the expected standard', unit: '%', decimals: 0, caveat: 'No tests in 2020.', proxyNote: null,
  source: { publisher: 'Department for Education', title: 'Key stage 2', licence: 'OGL v3.0' },
} as Metric;
const TARGET = {
  slug: 'ks2', title: '90% by 2030', role: 'headline', metric: METRIC, areas: { one: 'E92000001' }, note: null,
  baseline: { period: '2018-09-01/P1Y', reason: 'The last before 2020.' },
  decides: { period: '2029-09-01/P1Y', releaseExpected: '2030-12-15' },
} as unknown as Target;
const figure = (value: number, periodKey: string, periodLabel: string): FigureUsed => ({ value, periodKey, periodLabel, standardError: 0.29, standardErrorBasis: 'rounding', provisional: false });
const COMPUTED = {
  verdict: 'off-track', sentence: 'It is off track.', reasons: ['Only rounding is allowed for.'], method: 'interim-path', methodVersion: '1', asOf: '2026-11-23',
  components: { latest: figure(62, '2024-09-01/P1Y', 'school year 2024/25'), baseline: figure(65, '2018-09-01/P1Y', 'school year 2018/19'), pathValue: 78.636 },
} as unknown as ComputedStanding;
const FACTS: TargetFacts = { target: TARGET, computed: COMPUTED, areaName: 'England', releases: ['Release 1'], figure: undefined, csvHref: '/x.csv', pageHref: '/x', day: '2026-11-23' };

describe('targetSection', () => {
  it('says the word, why, what it is not, and how it was reached', () => {
    const section = targetSection(FACTS);
    expect(section).toMatchObject({ id: 'ks2', tag: { text: 'Off track' }, sentence: 'It is off track.', caveat: 'No tests in 2020.', supporting: undefined });
    expect(section.notOfficial).toContain('not an official statistic');
    expect(section.facts).toEqual([
      { key: 'Measured by', text: 'Pupils at the expected standard', href: '/figures/key-stage-2' },
      { key: 'Area', text: 'England' },
      { key: 'Baseline', text: 'School year 2018/19. The last before 2020.' },
      { key: 'Decided by', text: 'School year 2029/30, with figures expected on 15 December 2030.' },
      { key: 'Method', text: 'Interim path, version 1. Figures up to 23 November 2026.' },
      { key: 'Releases used', text: 'Release 1' },
      { key: 'Source', text: 'Department for Education, Key stage 2 (OGL v3.0)' },
    ]);
  });

  it('says how old the latest figure is, how good its producer says it is, and where the rest is', () => {
    const { figures, more, first, csv } = targetSection({ ...FACTS, csvHref: undefined });
    expect([figures, more, first, csv]).toEqual([
      ['The latest figure used is for school year 2024/25; it ended 14 months ago.', 'Not recorded in the catalogue.'],
      { href: '/x', text: 'All about this target: its versions and every verdict given (90% by 2030)' },
      undefined,
      undefined,
    ]);
  });

  it('sets the word against the target as first published beside the word of today', () => {
    const reset = { ...COMPUTED, components: { ...COMPUTED.components, firstPublished: { verdict: 'missed', sentence: 's' } } } as ComputedStanding;
    expect(targetSection({ ...FACTS, computed: reset }).first).toEqual({ text: 'Against the target as it was first published:', tag: { text: 'Missed', classes: 'govuk-tag--red' } });
  });

  it('names the areas of a rule over areas, and how many have figures', () => {
    const areas = { usable: 31, expected: 153 };
    const section = targetSection({
      ...FACTS,
      areaName: undefined,
      target: { ...TARGET, areas: { every: ['utla'], expected: 153 } },
      computed: { ...COMPUTED, verdict: 'no-data', method: 'every-area', components: { ...COMPUTED.components, areas } },
    });
    expect(section.facts.filter(({ key }) => key.startsWith('Areas')).map(({ text }) => text)).toEqual([
      'Every upper-tier or single-tier authority (153 expected)',
      '31 of 153 areas have the figures.',
    ]);
  });

  it('says that a stand-in is one, and that a supporting target never decides', () => {
    const section = targetSection({ ...FACTS, target: { ...TARGET, role: 'supporting', metric: { ...METRIC, proxyNote: 'It counts schools.' } } });
    expect(section.remarks.at(-1)).toBe('This series only stands for what the target speaks of. It counts schools.');
    expect(section.supporting).toContain('never decides');
  });

  it('is there before the first judging and without a metric', () => {
    const section = targetSection({ ...FACTS, target: { ...TARGET, metric: null, areas: null, baseline: null, decides: null }, computed: null, releases: [] });
    expect([section.tag.text, section.csv, section.notOfficial]).toEqual(['Not judged yet', undefined, undefined]);
    expect(section.facts).toEqual([{ key: 'Measured by', text: 'No metric' }]);
  });
});
