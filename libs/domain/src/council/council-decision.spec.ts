import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '#domain/workflow/transition-table.js';
import { decisionFaults, type DecisionDraft, minuteFaults, outcomeOf, type Part, partFaults, type QuorumRule, quorumFaults } from './council-decision.js';
import { DECISION_WORKFLOW } from './decision-workflow.js';

const parts = (text: string): (Part | null)[] => [...text].map((letter) => ({ f: 'for', a: 'against', o: 'abstain', r: 'recused' } as const)[letter] ?? null);
const RULE: QuorumRule = { leastNumber: 3, leastShare: 50 };

describe('a decision of the council', () => {
  it.each<[string, string, QuorumRule, string, number, number]>([
    ['all for', 'fff', RULE, 'majority', 3, 3],
    ['two to one', 'ffa', RULE, 'majority', 3, 3],
    ['one to two', 'faa', RULE, 'no-majority', 3, 3],
    ['a tie', 'faoo', RULE, 'tie', 4, 3],
    ['all abstain', 'ooo', RULE, 'tie', 3, 3],
    ['one for, the others abstain', 'foo', RULE, 'majority', 3, 3],
    ['too few by number', 'ff-', RULE, 'no-quorum', 2, 3],
    ['a recused member does not count', 'ffr', RULE, 'no-quorum', 2, 3],
    ['too few by share', 'fff----', RULE, 'no-quorum', 3, 4],
    ['just enough by share', 'fffa----', RULE, 'majority', 4, 4],
    ['recusals do not lower what is needed', 'fffrrrr', RULE, 'no-quorum', 3, 4],
    ['a share that does not divide rounds up', 'fff----', { leastNumber: 1, leastShare: 34 }, 'majority', 3, 3],
    ['no share asked', 'f-----', { leastNumber: 1, leastShare: 0 }, 'majority', 1, 1],
    ['nobody in office', '', { leastNumber: 1, leastShare: 100 }, 'no-quorum', 0, 1],
  ])('%s: %s', (_, given, rule, reason, present, needed) => {
    expect(outcomeOf(rule, parts(given))).toMatchObject({ reason, adopted: reason === 'majority', present, needed });
  });

  it('counts every part', () => {
    expect(outcomeOf(RULE, parts('ffaor--')).votes).toEqual({ for: 2, against: 1, abstain: 1, recused: 1, absent: 2 });
  });

  it('has a workflow without traps', () => {
    expect(faultsOf(DECISION_WORKFLOW)).toEqual([]);
  });

  const DRAFT: DecisionDraft = { subject: 'other', about: '', missionId: null, title: 'T', text: 'W' };
  it.each<[string, Partial<DecisionDraft>, string[]]>([
    ['whole', {}, []],
    ['about nothing', { subject: 'x' }, ['subject-missing']],
    ['a judgement of no mission', { subject: 'council-judgement' }, ['mission-missing']],
    ['a judgement', { subject: 'council-judgement', missionId: 'm' }, []],
    ['the closing of nothing', { subject: 'framework-closing' }, ['about-missing']],
    ['an escalation of nothing', { subject: 'escalation', missionId: 'm' }, ['about-missing']],
    ['without words', { title: ' ', text: '' }, ['title-missing', 'text-missing']],
    ['an essay', { title: 'x'.repeat(201), text: 'x'.repeat(5001) }, ['title-long', 'text-long']],
  ])('proposed %s', (_, draft, codes) => {
    expect(decisionFaults({ ...DRAFT, ...draft }).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, string, string[]]>([
    ['for', '', []],
    ['for', 'But', ['dissent-for']],
    ['against', 'Because', []],
    ['abstain', '', []],
    ['recused', ' ', ['words-missing']],
    ['recused', 'My brother', []],
    ['', '', ['part-missing']],
    ['against', 'x'.repeat(5001), ['words-long']],
  ])('a part %j with %j', (part, words, codes) => {
    expect(partFaults(part, words).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[QuorumRule, string, string[]]>([
    [RULE, 'Agreed', []],
    [{ leastNumber: 0, leastShare: 101 }, '', ['number-wrong', 'share-wrong', 'reason-missing']],
    [{ leastNumber: Number.NaN, leastShare: 33.3 }, 'x', ['number-wrong', 'share-wrong']],
  ])('a rule %j', (rule, reason, codes) => {
    expect(quorumFaults(rule, reason).map(({ code }) => code)).toEqual(codes);
  });

  it('needs a minute', () => {
    expect(minuteFaults(' \n').map(({ code }) => code)).toEqual(['minute-missing']);
  });
});
