import { describe, expect, it } from '@jest/globals';
import { allSuccessors, circleIn, currentCodes, impossibleSuccession, kindOfSuccession, successorsByCode, withoutShortcuts } from './succession.js';

const steps = (...pairs: string[]) => pairs.map((pair) => ({ from: pair.split('>')[0] ?? '', to: pair.split('>')[1] ?? '' }));

/** Somerset: two districts became one in 2019, that and three others became the council of 2023; Cumbria was split. */
const SOMERSET = steps('190>246', '191>246', '246>66', '187>66', 'County>66');
const CUMBRIA = steps('Cumbria>63', 'Cumbria>64', '26>63', '27>64');

describe('chains of codes', () => {
  const successors = successorsByCode([...SOMERSET, ...CUMBRIA]);

  it.each([
    ['190', ['246', '66'], ['66']],
    ['246', ['66'], ['66']],
    ['Cumbria', ['63', '64'], ['63', '64']],
    ['66', [], ['66']],
    ['never heard of', [], ['never heard of']],
  ])('%s', (code, all, current) => expect([allSuccessors(code, successors), currentCodes(code, successors)]).toEqual([all, current]));

  it('ends in a circle too', () => {
    const round = successorsByCode(steps('a>b', 'b>c', 'c>b'));
    expect(allSuccessors('a', round)).toEqual(['b', 'c']);
    expect(circleIn(round)).toBe('b');
    expect(circleIn(successors)).toBeUndefined();
  });

  it('says each of what came after once', () => expect(successorsByCode(steps('a>b', 'a>b', 'a>c')).get('a')).toEqual(['b', 'c']));
});

describe('withoutShortcuts', () => {
  it('drops the step of a list of today that skips a council', () => {
    const { kept, skipped } = withoutShortcuts([...SOMERSET, ...steps('190>66')]);
    expect(kept).toEqual(SOMERSET);
    expect(skipped).toEqual([{ from: '190', to: '66', through: ['246'] }]);
  });

  it('leaves a true split alone', () => expect(withoutShortcuts(CUMBRIA)).toEqual({ kept: CUMBRIA, skipped: [] }));
});

describe('kindOfSuccession', () => {
  const all = [...SOMERSET, ...CUMBRIA, ...steps('16>38', 'old>new')];
  const counts = {
    successorsOf: (code: string) => all.filter(({ from }) => from === code).length,
    predecessorsOf: (code: string) => all.filter(({ to }) => to === code).length,
  };
  const nameOf = (code: string): string => (['16', '38'].includes(code) ? 'Barnsley' : code);

  it.each([
    ['Cumbria>63', 'split'],
    ['27>64', 'merged'],
    ['190>246', 'merged'],
    ['16>38', 'recoded'],
    ['old>new', 'renamed'],
  ])('%s: %s', (pair, kind) => expect(kindOfSuccession(steps(pair)[0] ?? { from: '', to: '' }, counts, nameOf)).toBe(kind));
});

describe('impossibleSuccession', () => {
  it.each([
    ['E06000001', 'S12000006', 'S12000006 cannot come after E06000001: they lie in different countries'],
    ['E06000001', 'E06000001', 'E06000001 cannot come after itself'],
    ['E10000006', 'E06000063', undefined],
  ])('%s to %s', (from, to, fault) => expect(impossibleSuccession({ from, to })).toBe(fault));
});
