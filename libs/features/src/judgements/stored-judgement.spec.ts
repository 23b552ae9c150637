import { describe, expect, it } from '@jest/globals';
import { type ComputedJudgement } from '#domain/judgements/computed-judgement.js';
import { type Judgement } from './judgement.entity.js';
import { comparableOf, rowOf, saysTheSame } from './stored-judgement.js';

const FOUND: ComputedJudgement = {
  verdict: 'off-track',
  countsAs: 'off-track',
  method: 'interim-path',
  methodVersion: '1',
  sentence: 'It is off track.',
  reasons: ['The figure is provisional.'],
  components: { deviation: -0.3 },
  inputs: ['3/E92000001/2024-09-01/P1Y/12', '3/E92000001/2018-09-01/P1Y/7', '3/E92000001/2017-09-01/P1Y/7'],
  causeHints: { methodVersion: '1', rule: '{}', areaName: 'England', baselineKey: '2018-09-01/P1Y', decidingPeriodOver: false, heldOffTrack: false },
};
const GIVEN = { cause: 'first', alertWithheld: false, at: new Date('2026-06-01T08:00:00Z'), asOf: '2026-06-01' } as const;

const stored = (over: Partial<ComputedJudgement> = {}, alertWithheld = false): Judgement =>
  ({ id: 'j', ...rowOf({ id: 't', missionId: 'm' }, { ...FOUND, ...over }, { ...GIVEN, alertWithheld }) }) as Judgement;

describe('a stored judgement', () => {
  it('names the releases of its cells, each once, in order', () => {
    expect(stored().releaseIds).toEqual([7, 12]);
  });

  it('keeps numbers, remarks and what the next one is compared by', () => {
    expect(stored().components).toEqual({ deviation: -0.3, reasons: FOUND.reasons, causeHints: FOUND.causeHints });
    expect(comparableOf(stored({}, true))).toEqual({ verdict: 'off-track', causeHints: FOUND.causeHints, inputs: FOUND.inputs, alertWithheld: true });
    expect(comparableOf(stored()).alertWithheld).toBe(false);
  });

  it.each<[string, Partial<ComputedJudgement>, boolean]>([
    ['nothing', {}, true],
    ['a number that is said nowhere', { components: { deviation: -0.31 } }, true],
    ['the word', { verdict: 'slipping' }, false],
    ['the word that the mission ranks by', { countsAs: 'slipping' }, false],
    ['the sentence', { sentence: 'It is far off track.' }, false],
    ['the cells', { inputs: FOUND.inputs.slice(1) }, false],
    ['the method', { methodVersion: '2' }, false],
  ])('says the same when %s has changed: %j', (_, over, same) => {
    expect(saysTheSame(stored(), { ...FOUND, ...over })).toBe(same);
  });
});
