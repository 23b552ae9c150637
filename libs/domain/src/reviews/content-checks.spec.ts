import { describe, expect, it } from '@jest/globals';
import { NO_PLAN_ANSWERS, readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { type EvidenceReturnContent, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { checkArithmetic, checkAttachments, checkEvidence, type FileToCheck } from './content-checks.js';
import { type DeliveredContent } from './delivery-facts.js';

const ofReturn = (content: Partial<EvidenceReturnContent>): DeliveredContent => ({ kind: 'evidence-return', content: readEvidenceReturn(content) });
const step = { id: 's1', action: 'Open hubs', owner: 'Ada Hill', dueOn: '2027-03-31' };
const item = { id: 'e1', kind: 'evaluation' as const, strength: 'strong' as const, claim: 'Hubs work', source: 'Survey', page: 'page 3', link: '', attachment: null };
const departure = { target: 'five-years', value: '63.4 years', period: '2024', reason: 'Newer', source: 'ONS', unpublishedUntil: null, clearedBy: '' };

describe('totals and dates', () => {
  it.each<[string, Partial<EvidenceReturnContent>, string, string[]]>([
    ['a step that lies ahead', { steps: [step] }, 'passed', ['Every next step lies ahead.']],
    ['a step of the very day', { steps: [{ ...step, dueOn: '2026-11-23' }] }, 'passed', ['Every next step lies ahead.']],
    ['a step that was over', { steps: [{ ...step, dueOn: '2026-11-22' }] }, 'look', ['Next step “Open hubs” was due on 22 November 2026, before this was delivered.']],
    ['no step', {}, 'passed', ['There is no total or date to check.']],
  ])('of a return with %s', (_, content, outcome, findings) => {
    expect(checkArithmetic(ofReturn(content), '2026-11-23')).toEqual({ kind: 'arithmetic', outcome, findings });
  });

  it.each([
    [10, 'passed', /Every total is the sum of its lines/],
    [11, 'failed', /stated as £11 million, but its lines add up to £10 million/],
  ])('of a plan whose funding of 10 is stated as %d: %s', (statedMoneyMillions, outcome, finding) => {
    const funding = [{ id: 'f1', mission: 'health', source: 'Core', moneyMillions: 10 }];
    const content = readDeliveryPlan({ ...NO_PLAN_ANSWERS, summary: 'Hubs', funding: funding as never, statedMoneyMillions });
    const found = checkArithmetic({ kind: 'delivery-plan', content }, '2026-11-23');
    expect([found.outcome, found.findings.join(' ')]).toEqual([outcome, expect.stringMatching(finding)]);
  });
});

describe('evidence and departures', () => {
  it.each<[string, Partial<EvidenceReturnContent>, string[]]>([
    ['an item with its page', { evidence: [item] }, ['One evidence item with a page each; every departure has its reason.']],
    ['none', {}, ['There is no evidence item and no departure from a figure.']],
    ['an item without a page', { evidence: [{ ...item, page: ' ' }] }, ['“Hubs work” names no page.']],
    ['an item without a source', { evidence: [{ ...item, source: '' }] }, ['“Hubs work” names no source.']],
    ['a file that is not attached', { evidence: [{ ...item, attachment: 'a1' }] }, ['“Hubs work” rests on a file that is not attached.']],
    ['a departure without a reason', { departures: [{ ...departure, reason: '' }] }, ['five-years: the department gives another figure and no reason for it.']],
    ['an unpublished figure that nobody cleared', { departures: [{ ...departure, unpublishedUntil: '2026-12-01' }] }, ['five-years: an unpublished figure that nobody has cleared.']],
  ])('%s', (_, content, findings) => {
    expect(checkEvidence(ofReturn(content)).findings).toEqual(findings);
  });
});

describe('attachments', () => {
  const file = (title: string, virusCheck: FileToCheck['virusCheck']): FileToCheck => ({ title, virusCheck });
  it.each<[string, FileToCheck[], string, number]>([
    ['none', [], 'passed', 1],
    ['a clean one', [file('Survey', 'clean')], 'passed', 1],
    ['one that waits', [file('Survey', 'pending'), file('Plan', 'clean')], 'look', 1],
    ['one that nobody scans', [file('Survey', 'not-configured')], 'look', 1],
    ['one that is gone', [file('Survey', undefined)], 'look', 1],
    ['a virus beside one that waits', [file('Survey', 'found'), file('Plan', 'pending')], 'failed', 2],
  ])('%s', (_, files, outcome, findings) => {
    const result = checkAttachments(files);
    expect([result.outcome, result.findings.length]).toEqual([outcome, findings]);
  });
});
