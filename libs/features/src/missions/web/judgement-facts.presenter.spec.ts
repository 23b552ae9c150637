import { describe, expect, it } from '@jest/globals';
import { type GapFinding } from '#domain/judgements/area-findings.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { judgementFacts } from './judgement-facts.presenter.js';

const years = { unit: 'yrs', decimals: 1 } as Metric;

function standing(components: Partial<ComputedStanding['components']>): ComputedStanding {
  return { method: 'interim-path', components } as unknown as ComputedStanding;
}

function gap(fields: Partial<GapFinding>): GapFinding {
  const reading = { baseline: 12.34, latest: 11.1, change: -1.24, standardError: 0.4, shown: 'narrower' as const };
  return { measure: 'p90-minus-p10', corrected: reading, raw: { ...reading, baseline: 14, latest: 13 }, ...fields };
}

describe('judgementFacts', () => {
  it('says nothing where there is nothing beside the verdict', () => expect(judgementFacts(standing({}), years)).toEqual([]));

  it('reads a gap with noise taken out, and as published', () => {
    expect(judgementFacts(standing({ areaFindings: { gap: gap({}) } }), years)).toEqual([
      {
        key: 'From the tenth to the ninetieth percentile',
        text: '12.3 years at the baseline, 11.1 years now; shown to be narrower. As published, with the noise of sampling in it: 14.0 years and 13.0 years.',
      },
    ]);
  });

  it('gives a ratio no unit, and says where the spread is nothing but noise', () => {
    const reading = { baseline: 1.2345, latest: 1.3, change: 0.0655, standardError: 0.1, shown: 'neither' as const };
    const [fact] = judgementFacts(standing({ areaFindings: { gap: gap({ measure: 'ratio', corrected: reading, onlyNoise: true }) } }), years);
    expect(fact?.text).toBe('1.23 at the baseline, 1.30 now; no change is shown beyond error. At one end the published errors explain the whole spread.');
  });

  it('names the other methods and not the one that decided, and the target as first published', () => {
    const word = { numbers: {}, verdict: 'off-track' as const };
    const facts = judgementFacts(
      standing({
        methods: [{ ...word, method: 'interim-path', sentence: 'A.' }, { ...word, method: 'pace', sentence: 'At this pace 70% is reached.' }],
        firstPublished: { verdict: 'missed', sentence: 'It asked for 90%.' },
      }),
      years,
    );
    expect(facts).toEqual([
      { key: 'By the method “pace projection”', text: 'Off track. At this pace 70% is reached.' },
      { key: 'As first published', text: 'Missed. It asked for 90%.' },
    ]);
  });
});
