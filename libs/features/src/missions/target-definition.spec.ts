import { describe, expect, it } from '@jest/globals';
import { definitionOf, differences, isAsFirstPublished } from './target-definition.js';
import { type Target, type TargetDefinition } from './target.entity.js';

const asked: TargetDefinition = {
  metric: 'key-stage-2', method: null, rule: { kind: 'level', value: 90 }, areas: { one: 'E92000001' }, baseline: { period: '2018-09-01/P1Y', reason: 'r' },
  decides: { period: '2029-09-01/P1Y', releaseExpected: '2030-12-15' }, milestones: [{ period: '2024-09-01/P1Y', kind: 'derived' }],
};

function target(now: Partial<TargetDefinition>): Target {
  const { metric, method, ...rest } = { ...asked, ...now };
  return { ...rest, metric: metric === null ? null : { slug: metric, method }, firstPublished: asked } as unknown as Target;
}

describe('isAsFirstPublished', () => {
  it.each<[string, Partial<TargetDefinition>, boolean]>([
    ['nothing has changed', {}, true],
    ['fields stand in another order', { rule: { value: 90, kind: 'level' } }, true],
    ['a reason is worded otherwise', { baseline: { period: '2018-09-01/P1Y', reason: 'better said' } }, true],
    ['the figures are expected later', { decides: { period: '2029-09-01/P1Y', releaseExpected: '2031-01-15' } }, true],
    ['a milestone on the path is added', { milestones: [{ period: '2026-09-01/P1Y', kind: 'derived' }] }, true],
    ['the number is lower', { rule: { kind: 'level', value: 80 } }, false],
    ['the baseline moves', { baseline: { period: '2021-09-01/P1Y', reason: 'r' } }, false],
    ['the date moves', { decides: { period: '2034-09-01/P1Y', releaseExpected: '2030-12-15' } }, false],
    ['an interim target is set', { milestones: [{ period: '2024-09-01/P1Y', kind: 'interim-target', value: 70 }] }, false],
    ['the metric is another', { metric: 'other' }, false],
    ['the metric names another method', { method: 'pace' }, false],
    ['the area is another', { areas: { one: 'K02000001' } }, false],
  ])('%s', (_, now, expected) => expect(isAsFirstPublished(target(now))).toBe(expected));

  it('reads what a target asks for today', () => {
    expect(definitionOf(target({}), { slug: 'key-stage-2', method: null })).toEqual(asked);
  });

  it.each<[string, Partial<TargetDefinition>, string[]]>([
    ['nothing', { decides: { period: '2029-09-01/P1Y', releaseExpected: '2031-01-15' }, method: 'pace' }, []],
    ['the metric alone', { metric: 'other' }, ['metric']],
    ['the number and the metric', { metric: 'other', rule: { kind: 'level', value: 80 } }, ['target', 'metric']],
    ['the date', { decides: null }, ['target']],
    ['baseline and area', { baseline: null, areas: null }, ['baseline', 'area']],
  ])('names what is another: %s', (_, now, expected) => expect(differences(asked, { ...asked, ...now })).toEqual(expected));
});
