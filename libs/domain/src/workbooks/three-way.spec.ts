import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EvidenceReturnAnswers, NO_ANSWERS, type NextStep } from '#domain/evidence-returns/evidence-return-content.js';
import { anyAnswers } from './answers-arbitraries.js';
import { type AnswerFate, merged, threeWay } from './three-way.js';

const step = (id: string, action = id): NextStep => ({ id, action, owner: 'Ann', dueOn: '2027-01-31' });
const answers = (given: Partial<EvidenceReturnAnswers>): EvidenceReturnAnswers => ({ ...NO_ANSWERS, narrative: 'a', steps: [step('1'), step('2')], ...given });

describe('three versions of an answer', () => {
  it.each<[string, string, string, string, AnswerFate]>([
    ['nobody changed it', 'a', 'a', 'a', 'same'],
    ['both changed it alike', 'a', 'b', 'b', 'same'],
    ['the file alone', 'a', 'b', 'a', 'taken'],
    ['somebody online alone', 'a', 'a', 'b', 'kept'],
    ['both, differently', 'a', 'b', 'c', 'conflict'],
  ])('%s', (_, exported, file, online, fate) => {
    const found = threeWay(answers({ narrative: exported }), answers({ narrative: file }), answers({ narrative: online })).find(({ key }) => key === 'narrative');
    expect(found).toMatchObject({ exported, file, online, fate });
  });

  it.each<[string, NextStep[], NextStep[], Record<string, 'file' | 'online'>, object]>([
    ['a row that was changed in the file', [step('1', 'x'), step('2')], [step('1'), step('2')], {}, { steps: [step('1', 'x'), step('2')] }],
    ['a row that was taken away in the file', [step('2')], [step('1'), step('2')], {}, { steps: [step('2')] }],
    ['a row that was added online meanwhile', [step('1', 'x'), step('2')], [step('1'), step('2'), step('3')], {}, { steps: [step('1', 'x'), step('2'), step('3')] }],
    ['a row that was taken away online alone', [step('1'), step('2')], [step('1')], {}, {}],
    ['a new row in the file', [step('1'), step('2'), step('', 'new')], [step('1'), step('2')], {}, { steps: [step('1'), step('2'), step('', 'new')] }],
    ['two new rows of the same words', [step('1'), step('2'), step('', 'new'), step('', 'new')], [step('1'), step('2')], {}, { steps: [step('1'), step('2'), step('', 'new'), step('', 'new')] }],
    ['a conflict that is decided for the file', [step('1', 'x'), step('2')], [step('1', 'y'), step('2')], { 'steps.1': 'file' }, { steps: [step('1', 'x'), step('2')] }],
    ['a conflict that is decided for what stands', [step('1', 'x'), step('2')], [step('1', 'y'), step('2')], { 'steps.1': 'online' }, {}],
    ['a row changed in the file and taken away online', [step('1', 'x'), step('2')], [step('2')], { 'steps.1': 'file' }, { steps: [step('1', 'x'), step('2')] }],
  ])('%s', (_, file, online, choices, saved) => {
    expect(merged(threeWay(answers({}), answers({ steps: file }), answers({ steps: online })), choices)).toEqual(saved);
  });

  it('without a change in the file never changes what stands', () => {
    fc.assert(fc.property(anyAnswers, anyAnswers, (exported, online) => expect(merged(threeWay(exported, exported, online), {})).toEqual({})));
  });

  it('without a change online is the file', () => {
    fc.assert(fc.property(anyAnswers, anyAnswers, (exported, file) => {
      const saved = merged(threeWay(exported, file, exported), {});
      expect({ ...exported, ...saved }).toMatchObject({ narrative: file.narrative, evidence: file.evidence, risks: file.risks, steps: file.steps });
    }));
  });
});
