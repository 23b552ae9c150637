import { describe, expect, it } from '@jest/globals';
import { draftBlockers, type DraftFrame, type WrittenAnswers } from './draft-blockers.js';

const FRAME: DraftFrame = { dueOn: '2026-12-15', coversTo: '2026-09-30', targets: ['ks2'], lastSteps: ['s1'], attachments: ['f1'] };
const evidence = { id: 'e1', kind: 'event', strength: 'weak', claim: 'It opened.', source: 'DfE', page: '', link: '', attachment: null } as const;
const departure = { target: 'ks2', value: '63%', period: '2025/26', reason: 'Later.', source: 'DfE', unpublishedUntil: null, clearedBy: '' };
const step = { id: 's1', action: 'Open', owner: 'Ada', dueOn: '2027-01-31' };

describe('what may not even lie in a draft', () => {
  it.each<[string, WrittenAnswers, string[]]>([
    ['nothing of an empty draft', {}, []],
    ['nothing that is whole', { departures: [departure], evidence: [{ ...evidence, attachment: 'f1' }], steps: [step], lastSteps: [{ step: 's1', outcome: 'done', what: 'x' }] }, []],
    ['a narrative of 1,001 words', { narrative: 'a '.repeat(1001) }, ['narrative: too-many-words']],
    ['a comment of 501 words', { figuresComment: 'a '.repeat(501) }, ['figuresComment: too-many-words']],
    ['a reason of 301 words', { ratingReason: 'a '.repeat(301) }, ['ratingReason: too-many-words']],
    ['next steps of 501 words', { nextSteps: 'a '.repeat(501) }, ['nextSteps: too-many-words']],
    ['a rating that is none', { rating: 'purple' as never }, ['rating: rating-wrong']],
    ['a figure of another mission', { departures: [{ ...departure, target: 'gdp' }] }, ['departures.0.target: target-unknown']],
    ['two figures for one target', { departures: [departure, departure] }, ['departures.1: twice']],
    ['a source that is published too late', { departures: [{ ...departure, unpublishedUntil: '2026-12-16', clearedBy: 'Ada' }] }, ['departures.0.unpublishedUntil: published-too-late']],
    ['a file that is not the return’s', { evidence: [{ ...evidence, attachment: 'f2' }] }, ['evidence.0.attachment: attachment-gone']],
    ['an item that is not whole', { evidence: [evidence, { ...evidence, id: 'e2', claim: '' }] }, ['evidence.1.claim: claim-missing']],
    ['the same item twice', { evidence: [evidence, evidence] }, ['evidence.1: twice']],
    ['new items, which have no id yet', { evidence: [{ ...evidence, id: '' }, { ...evidence, id: '' }] }, []],
    ['a key that an address cannot hold', { evidence: [{ ...evidence, id: 'a/b' }] }, ['evidence.0.id: id-wrong']],
    ['a step within the time that is reported on', { steps: [{ ...step, dueOn: '2026-09-29' }, { ...step, id: 's2', dueOn: '2026-09-30' }] }, ['steps.0.dueOn: due-on-past']],
    ['a key that means something else', { steps: [{ ...step, id: 'new' }, { ...step, id: 'text' }] }, ['steps.0.id: id-wrong', 'steps.1.id: id-wrong']],
    ['more items than anybody reads', { steps: Array.from({ length: 51 }, (_, index) => ({ ...step, id: `s${index}` })) }, ['steps: too-many']],
    ['a step that was never promised', { lastSteps: [{ step: 's9', outcome: 'done', what: 'x' }] }, ['lastSteps.0.step: step-unknown']],
    ['nothing of a promise that is not answered yet', { lastSteps: [{ step: 's1', outcome: null, what: '' }] }, []],
    ['an outcome without words', { lastSteps: [{ step: 's1', outcome: 'late', what: '' }] }, ['lastSteps.0.what: reason-missing']],
    ['words without an outcome', { lastSteps: [{ step: 's1', outcome: null, what: 'x' }] }, ['lastSteps.0.outcome: outcome-missing']],
  ])('%s', (_, answers, expected) => {
    expect(draftBlockers(answers, FRAME).map(({ code, field }) => `${field}: ${code}`)).toEqual(expected);
  });
});
