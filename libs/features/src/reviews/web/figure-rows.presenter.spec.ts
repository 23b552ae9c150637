import { describe, expect, it } from '@jest/globals';
import { readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { type FigureLine, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { type DeliveredContent } from '#domain/reviews/delivery-facts.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { figureRows } from './figure-rows.presenter.js';

const line: FigureLine = {
  target: 'expected-standard',
  title: '90% reach the expected standard',
  measure: 'Pupils at the expected standard, England',
  baseline: null,
  latest: { value: '61%', period: 'school year 2023/24' },
  asked: { value: '90%', period: 'school year 2029/30' },
  verdict: 'slipping',
  sentence: 'It slipped.',
  notComparable: null,
};

const returned = (...figures: FigureLine[]): DeliveredContent => ({
  kind: 'evidence-return',
  content: readEvidenceReturn({ figures }),
});

const standing = (slug: string): MissionStanding =>
  ({ targets: [{ slug, computed: { verdict: 'off-track', sentence: 'It is off track now.' } }] }) as unknown as MissionStanding;

describe('the figures of a delivered return', () => {
  it('stand with the verdict then and the verdict now', () => {
    expect(figureRows(returned(line), standing('expected-standard'))).toEqual([
      {
        title: '90% reach the expected standard',
        measure: 'Pupils at the expected standard, England',
        shown: '61% (school year 2023/24)',
        asked: '90% (school year 2029/30)',
        then: { text: 'Slipping', classes: 'govuk-tag--orange' },
        now: { text: 'Off track', classes: 'govuk-tag--red' },
        sentence: 'It is off track now.',
      },
    ]);
  });

  it.each([
    ['another target', standing('other')],
    ['no standing', null],
  ])('say so where nothing has been judged: %s', (_, now) => {
    const [row] = figureRows(returned({ ...line, measure: null, latest: null, asked: null, verdict: null }), now);
    expect(row).toMatchObject({ measure: '', shown: 'No figure', asked: 'No figure', then: { text: 'Not judged' }, now: { text: 'Not judged' }, sentence: '' });
  });

  it('are none of a plan', () => {
    expect(figureRows({ kind: 'delivery-plan', content: readDeliveryPlan({}) }, null)).toEqual([]);
  });
});
