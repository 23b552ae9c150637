import { describe, expect, it } from '@jest/globals';
import { incentiveStanding } from './incentive-review.js';
import { inForceOn, openParts, openTermsOf, type PublishedReview } from './open-parts.js';
import { publishFaults } from './publish-faults.js';
import { type QualityFinding } from './quality-section.js';

const MISSION = {
  openTerms: [{ term: 'globally competitive city' }, { term: 'nationwide', reading: '95%' }],
  clauses: [{ key: 'a', coveredBy: ['pay'] }, { key: 'b', coveredBy: [] }],
};
const term = (name: string, definition = ''): QualityFinding => ({ section: 'terms', values: { term: name, definition } });
const clause = (key: string, state: string): QualityFinding => ({ section: 'coverage', values: { clause: key, state } });
const review = (effectiveOn: string, findings: QualityFinding[] = [], number = 1): PublishedReview => ({ missionId: 'm', number, effectiveOn, findings });

describe('what keeps a mission below on track', () => {
  it.each<[string, QualityFinding[] | undefined, number, number]>([
    ['the text alone: a term with a reading is closed, a clause without a metric open', undefined, 1, 1],
    ['a review that lists nothing leaves it so', [], 1, 1],
    ['a defined term is closed, however it is spelled', [term('“Globally  Competitive city”', 'Over 500,000 people')], 0, 1],
    ['a term of the review alone counts', [term('risen'), term('globally competitive city', 'x')], 1, 1],
    ['the review opens what had a reading', [term('nationwide')], 2, 1],
    ['a clause with a metric may be uncovered', [clause('a', 'uncovered')], 1, 2],
    ['one without stays uncovered', [clause('b', 'covered')], 1, 1],
    ['a clause that the text no longer has counts for nothing', [clause('z', 'uncovered')], 1, 1],
  ])('%s', (_, findings, openTerms, uncoveredClauses) => {
    expect(openParts(MISSION, findings && review('2026-01-01', findings))).toEqual({ openTerms, uncoveredClauses });
  });
});

describe('the terms that are open', () => {
  it.each<[string, QualityFinding[] | undefined, string[]]>([
    ['of the text alone', undefined, ['globally competitive city']],
    ['of the review, and those of the text that it does not list', [term('risen'), term('nationwide', '95%')], ['risen', 'globally competitive city']],
    ['none that the review has defined', [term('Globally competitive city', 'Over 500,000 people')], []],
  ])('%s', (_, findings, terms) => {
    expect(openTermsOf(MISSION, findings && review('2026-01-01', findings))).toEqual(terms);
  });
});

describe('the version in force', () => {
  const reviews = [review('2022-03-31', [], 1), review('2026-06-01', [], 3), review('2026-06-01', [], 2), review('2024-01-01', [], 4)];
  it.each([
    ['2022-03-30', undefined],
    ['2022-03-31', 1],
    ['2025-12-31', 4],
    ['2026-06-01', 3],
    ['2030-01-01', 3],
  ])('on %s is %s', (day, number) => {
    expect(inForceOn(reviews, day)?.number).toBe(number);
  });
});

describe('a perverse incentive', () => {
  it.each([
    ['2026-06-01', '', 'due'],
    ['2026-06-02', '', 'overdue'],
    ['2026-06-02', 'None seen.', 'found'],
  ])('on %s with the finding “%s” is %s', (today, finding, expected) => {
    expect(incentiveStanding({ section: 'incentives', values: { reviewOn: '2026-06-01', finding } }, today)).toBe(expected);
  });
});

describe('a draft', () => {
  const whole: QualityFinding[] = [clause('a', 'covered'), clause('b', 'uncovered'), { section: 'breadth', values: {} }, { section: 'ambition', values: {} }, { section: 'alignment', values: {} }];
  const clauses = [{ key: 'a', hasMetric: true }, { key: 'b', hasMetric: false }];
  it.each<[string, QualityFinding[], string[]]>([
    ['that is whole', whole, []],
    ['without clause b', whole.filter(({ values }) => values['clause'] !== 'b'), ['clause-not-listed']],
    ['with clause a twice', [...whole, clause('a', 'uncovered')], ['clause-twice']],
    ['with a term twice', [...whole, term('City'), term('city')], ['term-twice']],
    ['with two answers on breadth', [...whole, { section: 'breadth', values: {} }], ['one-answer']],
    ['with nothing', [], ['clause-not-listed', 'clause-not-listed', 'section-empty', 'section-empty', 'section-empty']],
  ])('%s', (_, findings, expected) => {
    expect(publishFaults(findings, clauses).map(({ code }) => code)).toEqual(expected);
  });
});
