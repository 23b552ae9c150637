import { describe, expect, it } from '@jest/globals';
import { copiedForward, asInLastReturn, isUntouched } from './copy-forward.js';
import { type EvidenceReturnAnswers, type EvidenceReturnContent, type NextStep, NO_ANSWERS, readEvidenceReturn, type StepOutcome } from './evidence-return-content.js';
import { lastStepsOf, promisedSteps } from './last-steps.js';
import { returnPromises, returnSectionTexts } from './return-texts.js';
import { nextStepBlockers, stepOutcomeBlockers } from './step-blockers.js';

const STEP: NextStep = { id: 's1', action: 'Open ten hubs', owner: 'Director of Schools', dueOn: '2027-03-31' };
const LATER: NextStep = { id: 's2', action: 'Evaluate them', owner: 'Chief Analyst', dueOn: '2028-01-31' };
const FULL = readEvidenceReturn({
  narrative: 'Hubs.', steps: [STEP, LATER], nextSteps: 'See the steps.',
  evidence: [{ id: 'e1', kind: 'event', strength: 'weak', claim: 'They opened.', source: 'DfE', page: '', link: '', attachment: 'file' }],
  risks: [{ id: 'r1', risk: 'Staff', impact: 2, likelihood: 2, proximity: 'now', owner: 'Ada', response: 'Hire' }],
});

describe('what stands against a step', () => {
  it.each<[string, Partial<NextStep>, string[]]>([
    ['nothing where it is whole', {}, []],
    ['no action', { action: '' }, ['action: action-missing']],
    ['an action of 101 words', { action: 'a '.repeat(101) }, ['action: too-many-words']],
    ['no owner', { owner: ' ' }, ['owner: owner-missing']],
    ['no day', { dueOn: '' }, ['dueOn: due-on-missing']],
    ['a day that is none', { dueOn: '2027-02-29' }, ['dueOn: due-on-wrong']],
    ['a year of two digits', { dueOn: '0027-02-28' }, ['dueOn: due-on-wrong']],
  ])('%s', (_, change, expected) => {
    expect(nextStepBlockers({ ...STEP, ...change }).map(({ code, field }) => `${field}: ${code}`)).toEqual(expected);
  });
});

describe('what is still to be said of a promise', () => {
  it.each<[string, Pick<StepOutcome, 'outcome' | 'what'>, string[]]>([
    ['nothing where it is done and told', { outcome: 'done', what: 'Opened.' }, []],
    ['anything', { outcome: null, what: '' }, ['Select what became of it', 'Enter what happened']],
    ['words for what is done', { outcome: 'done', what: ' ' }, ['Enter what happened']],
    ['words for what is under way', { outcome: 'under-way', what: '' }, ['Enter what happened']],
    ['the reason where it is late', { outcome: 'late', what: '' }, ['Enter why it is late and when it will be done']],
    ['the reason where it was dropped', { outcome: 'dropped', what: '' }, ['Enter why it was dropped']],
    ['an outcome that there is', { outcome: 'won' as never, what: 'x' }, ['Select what became of it']],
    ['it in 150 words', { outcome: 'done', what: 'a '.repeat(151) }, ['What happened must be 150 words or less']],
  ])('%s', (_, said, expected) => {
    expect(stepOutcomeBlockers(said).map(({ message }) => message)).toEqual(expected);
  });
});

describe('the promises of the last return', () => {
  it.each<[string, Partial<EvidenceReturnContent>, string[]]>([
    ['are its steps', FULL, ['s1', 's2']],
    ['are one line where it had only a text', { nextSteps: 'Open hubs.' }, ['text']],
    ['are none where it had neither', {}, []],
    ['are, after a nil return, what it left open', { nil: true, lastSteps: lastStepsOf(FULL, [{ step: 's1', outcome: 'done', what: 'x' }], '2027-05-01') }, ['s2']],
  ])('%s', (_, content, expected) => {
    expect(promisedSteps(readEvidenceReturn(content)).map(({ step }) => step)).toEqual(expected);
  });

  it('stand with what is said of each so far, and whether they fell due', () => {
    const said = [{ step: 's2', outcome: 'late' as const, what: 'Next year.' }, { step: 'gone', outcome: 'done' as const, what: 'x' }];
    expect(lastStepsOf(FULL, said, '2027-03-31')).toEqual([
      { step: 's1', promised: 'Open ten hubs', owner: 'Director of Schools', dueOn: '2027-03-31', due: true, outcome: null, what: '' },
      { step: 's2', promised: 'Evaluate them', owner: 'Chief Analyst', dueOn: '2028-01-31', due: false, outcome: 'late', what: 'Next year.' },
    ]);
    expect(lastStepsOf(readEvidenceReturn({ nextSteps: 'Open hubs.' }), [], '2020-01-01')[0]?.due).toBe(true);
    expect(lastStepsOf(null, said, '2027-03-31')).toEqual([]);
  });

  it('read with owner and day', () => {
    expect(returnPromises(FULL)).toEqual([
      { title: 'Next steps', text: 'See the steps.' },
      { title: 'Step: Open ten hubs', text: 'Open ten hubs\nDirector of Schools, by 31 March 2027' },
      { title: 'Step: Evaluate them', text: 'Evaluate them\nChief Analyst, by 31 January 2028' },
    ]);
  });
});

describe('copying forward', () => {
  it('takes narrative, evidence without files, risks, and the steps that are not done', () => {
    const copied = copiedForward({ content: FULL, full: FULL }, [{ step: 's1', outcome: 'done' }, { step: 's2', outcome: 'late' }]);
    expect(copied).toEqual({ narrative: 'Hubs.', evidence: [{ ...FULL.evidence[0], attachment: null }], risks: FULL.risks, steps: [LATER] });
  });

  it('takes, after a nil return, the full one before, without what the nil return called done', () => {
    const nil = readEvidenceReturn({ nil: true, narrative: 'Nothing.', lastSteps: lastStepsOf(FULL, [{ step: 's2', outcome: 'done', what: 'x' }], '2029-01-01') });
    const { narrative, steps } = copiedForward({ content: nil, full: FULL }, []);
    expect([narrative, steps]).toEqual(['Hubs.', [STEP]]);
  });

  it('marks what was copied and not changed since', () => {
    const copied = readEvidenceReturn(copiedForward({ content: FULL, full: FULL }, []));
    expect([...asInLastReturn(copied, { content: FULL, full: FULL })]).toEqual(['narrative', 'evidence.e1', 'risks.r1', 'steps.s1', 'steps.s2']);
    const changed = { ...copied, narrative: 'More hubs.', risks: [{ ...FULL.risks[0]!, impact: 3 as const }], steps: [{ ...STEP, dueOn: '2027-04-30' }] };
    expect([...asInLastReturn(changed, { content: FULL, full: FULL })]).toEqual(['evidence.e1']);
    expect(asInLastReturn(copied, null).size).toBe(0);
  });

  it.each<[string, Partial<EvidenceReturnAnswers>, boolean]>([
    ['nothing written', {}, true],
    ['only what became of the last steps', { lastSteps: lastStepsOf(FULL, [{ step: 's1', outcome: 'done', what: 'x' }], '2029-01-01') }, true],
    ['a text', { ratingReason: 'x' }, false],
    ['a rating', { rating: 'red' }, false],
    ['an item', { risks: FULL.risks }, false],
    ['a nil return', { nil: true }, false],
  ])('is offered with %s: %s', (_, answers, expected) => {
    expect(isUntouched({ ...NO_ANSWERS, ...answers })).toBe(expected);
  });
});

describe('a return as texts', () => {
  it('has one for every section, in its order', () => {
    const texts = Object.fromEntries(returnSectionTexts(FULL).map(({ key, text }) => [key, text]));
    expect(Object.keys(texts)).toEqual(['figures', 'narrative', 'evidence', 'rating', 'risks', 'last-steps', 'next-steps', 'contributions', 'attachments']);
    expect(texts['evidence']).toBe('They opened.\nEvent or decision on record. Strength: weak.\nSource: DfE');
    expect(texts['risks']).toBe('Staff\nLow: score 4 of 25 (impact 2, likelihood 2). Already happening.\nOwner: Ada\nResponse: Hire');
  });

  it('says that it is a nil return', () => {
    expect(returnSectionTexts(readEvidenceReturn({ nil: true, narrative: 'No release.' }))[1]?.text).toBe('Nil return: nothing new was published since the last return.\n\nNo release.');
  });
});
