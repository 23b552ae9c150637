import { describe, expect, it } from '@jest/globals';
import { faultsOf, transitionFor } from '#domain/workflow/transition-table.js';
import type { ConsultationAction, ConsultationState, ReplyAction, ReplyState } from './consultation-status.js';
import { CONSULTATION_WORKFLOW, type ConsultationFacts } from './consultation-workflow.js';
import { consultationBlockers, defaultRespondBy, documentsOf, type NewConsultation } from './new-consultation.js';
import { REPLY_WORKFLOW, type ReplyFacts } from './reply-workflow.js';

describe('the life of a consultation', () => {
  it('reaches every state and has no trap', () => {
    expect(faultsOf(CONSULTATION_WORKFLOW)).toEqual([]);
    expect(faultsOf(REPLY_WORKFLOW)).toEqual([]);
  });

  it.each<[ConsultationState, ConsultationAction, string, Partial<ConsultationFacts>, string[] | undefined]>([
    ['announced', 'open', '2026-11-30', {}, ['too-early']],
    ['announced', 'open', '2026-12-01', {}, []],
    ['open', 'close', '2026-12-31', {}, ['too-early']],
    ['open', 'close', '2027-01-01', {}, []],
    ['open', 'withdraw', '2026-12-10', { reason: ' ' }, ['reason-missing']],
    ['open', 'withdraw', '2026-12-10', { reason: 'Overtaken.' }, []],
    ['closed', 'withdraw', '2027-01-10', { reason: 'Overtaken.' }, undefined],
    ['closed', 'respond', '2027-01-10', {}, ['changes-missing', 'reason-missing']],
    ['closed', 'respond', '2027-01-10', { changes: 'Nothing.', reason: 'a'.repeat(5001) }, ['reason-too-long']],
    ['open', 'respond', '2026-12-10', { changes: 'Nothing.', reason: 'Because.' }, undefined],
    ['responded', 'respond', '2027-01-10', { changes: 'Nothing.', reason: 'Because.' }, undefined],
  ])('%s -%s-> on %s: %j', (from, action, today, over, codes) => {
    const arrow = transitionFor(CONSULTATION_WORKFLOW, from, action, ['asker', 'clock']);
    expect(arrow?.refuse?.({ opensOn: '2026-12-01', closesOn: '2026-12-31', today, changes: '', reason: '', ...over }).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[ReplyState, ReplyAction, Partial<ReplyFacts>, string[] | undefined]>([
    ['invited', 'save', { text: '', confidential: null }, []],
    ['invited', 'save', { open: false }, ['not-open']],
    ['invited', 'send', { text: ' ', confidential: null }, ['text-missing', 'publish-missing']],
    ['drafted', 'send', {}, []],
    ['drafted', 'send', { confidential: true, confidentialReason: '' }, ['reason-missing']],
    ['drafted', 'send', { confidential: true, confidentialReason: 'Names a firm.' }, []],
    ['drafted', 'send', { text: 'a'.repeat(10_001) }, ['text-too-long']],
    ['sent', 'take-back', {}, []],
    ['sent', 'take-back', { open: false }, ['not-open']],
    ['sent', 'lapse', { open: false }, undefined],
    ['drafted', 'lapse', { open: false }, []],
    ['invited', 'lapse', {}, ['still-open']],
  ])('a reply %s -%s->, case %#', (from, action, over, codes) => {
    const arrow = transitionFor(REPLY_WORKFLOW, from, action, ['body', 'clock']);
    expect(arrow?.refuse?.({ text: 'Yes.', confidential: false, confidentialReason: '', open: true, ...over }).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a new consultation', () => {
  const NEW: NewConsultation = { title: 'T', question: 'Q?', documents: [], opensOn: '2026-12-01', closesOn: '2026-12-31', respondBy: '' };
  it.each<[Partial<NewConsultation>, string[]]>([
    [{}, []],
    [{ title: '', question: ' ' }, ['title', 'question']],
    [{ opensOn: '2026-11-23' }, []],
    [{ opensOn: '2026-11-22' }, ['opensOn']],
    [{ opensOn: '', closesOn: '' }, ['opensOn', 'closesOn']],
    [{ opensOn: '2026-02-30', closesOn: '2026-13-01', respondBy: '2027-02-31' }, ['opensOn', 'closesOn', 'respondBy']],
    [{ closesOn: '2026-12-07' }, ['closesOn']],
    [{ closesOn: '2026-12-08' }, []],
    [{ respondBy: '2026-12-31' }, ['respondBy']],
    [{ documents: [{ title: 'Paper', link: 'https://example.org/paper' }, { title: '', link: 'javascript:alert(1)' }] }, ['documents', 'documents']],
  ])('%j is refused in %j', (over, fields) => {
    expect(consultationBlockers({ ...NEW, ...over }, '2026-11-23').map(({ field }) => field)).toEqual(fields);
  });

  it('has its documents one a line', () => {
    expect(documentsOf('The white paper https://example.org/paper\r\n\nhttps://example.org/bare\n')).toEqual([
      { title: 'The white paper', link: 'https://example.org/paper' },
      { title: '', link: 'https://example.org/bare' },
    ]);
  });

  it('has its response due 12 weeks after the last day', () => {
    expect(defaultRespondBy('2026-12-31')).toBe('2027-03-25');
  });
});
