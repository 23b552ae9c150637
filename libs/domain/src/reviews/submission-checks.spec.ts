import { describe, expect, it } from '@jest/globals';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { checkCompleteness, checkFigures, type FigureToCompare, type StandingOfTarget } from './submission-checks.js';

describe('completeness', () => {
  it('passes where nothing is missing', () => {
    expect(checkCompleteness([])).toEqual({ kind: 'completeness', outcome: 'passed', findings: ['Every section that must be filled in is.'] });
  });

  it('fails with each blocker in its own sentence', () => {
    const blockers = ['Enter the narrative', 'Select a rating'];
    expect(checkCompleteness(blockers)).toEqual({ kind: 'completeness', outcome: 'failed', findings: blockers });
  });
});

describe('the rating against the verdict', () => {
  const targets: StandingOfTarget[] = [
    { title: 'Gap between areas', verdict: 'off-track' },
    { title: 'Five more years', verdict: 'slipping' },
    { title: 'A term nobody defined', verdict: undefined },
  ];

  // The ladder: green and amber-green 0, amber 1, amber-red 2, red 3; on track 0, slipping 1, off track 2, deteriorating 3.
  it.each<[DeliveryRating | null, Verdict | undefined, string | undefined]>([
    ['green', 'off-track', 'The department rates the likelihood green, but the figures say off track (Gap between areas: off track).'],
    ['amber-green', 'off-track', 'The department rates the likelihood amber-green, but the figures say off track (Gap between areas: off track).'],
    ['amber', 'off-track', undefined],
    ['amber-red', 'off-track', undefined],
    ['green', 'slipping', undefined],
    ['amber', 'missed', 'The department rates the likelihood amber, but the figures say missed (Gap between areas: off track).'],
    ['red', 'on-track', 'The department rates the likelihood red, but the figures say on track.'],
    // A word without a step conflicts with green alone; then every target's word stands behind it.
    ['green', 'no-data', 'The department rates the likelihood green, but the figures say no data (Gap between areas: off track; Five more years: slipping).'],
    ['amber-green', 'no-data', undefined],
    ['green', undefined, 'The department rates the likelihood green. No verdict has been computed to compare it with.'],
    [null, 'off-track', undefined],
    [null, undefined, undefined],
  ])('%s beside %s', (rating, mission, finding) => {
    const result = checkFigures({ rating, mission, targets, figures: [] });
    expect(result.outcome).toBe(finding === undefined ? 'passed' : 'look');
    if (finding !== undefined) expect(result.findings).toEqual([finding]);
  });
});

describe('figures shown against observations', () => {
  const title = 'Healthy life expectancy, England';
  const shown = { period: '2017 to 2019', value: '63.2 years' };

  it.each<[string, Omit<FigureToCompare, 'title'>, string | undefined]>([
    ['the latest', { shown, latest: shown }, undefined],
    [
      'overtaken by a newer period',
      { shown, latest: { period: '2021 to 2023', value: '61.5 years' } },
      `${title}: the delivery shows 63.2 years for 2017 to 2019. A newer figure is there: 61.5 years for 2021 to 2023.`,
    ],
    [
      'revised',
      { shown, latest: { ...shown, value: '63.1 years' } },
      `${title}: the delivery shows 63.2 years for 2017 to 2019. That figure is now 63.1 years.`,
    ],
    [
      'not shown',
      { shown: undefined, latest: shown },
      `${title}: the delivery shows no figure. The latest is 63.2 years for 2017 to 2019.`,
    ],
    [
      'without an observation',
      { shown, latest: undefined },
      `${title}: the delivery shows 63.2 years for 2017 to 2019. No observation of it is there now.`,
    ],
    ['neither', { shown: undefined, latest: undefined }, undefined],
  ])('%s', (_, figure, finding) => {
    const result = checkFigures({ rating: null, mission: undefined, targets: [], figures: [{ title, ...figure }] });
    expect(result.outcome).toBe(finding === undefined ? 'passed' : 'look');
    if (finding !== undefined) expect(result.findings).toEqual([finding]);
  });

  it.each<[string, DeliveryRating | null, number, string]>([
    ['no figure, no rating', null, 0, 'The delivery quotes no figure that Waymark holds.'],
    ['a rating alone', 'amber', 0, 'The rating does not conflict with the figures.'],
    ['one figure', null, 1, 'The one figure shown is the latest observation.'],
    ['two and a rating', 'amber', 2, 'The 2 figures shown are the latest observations, and the rating does not conflict with the verdict.'],
  ])('says what it compared: %s', (_, rating, count, sentence) => {
    const figures = Array.from({ length: count }, () => ({ title, shown, latest: shown }));
    expect(checkFigures({ rating, mission: 'slipping', targets: [], figures }).findings).toEqual([sentence]);
  });
});
