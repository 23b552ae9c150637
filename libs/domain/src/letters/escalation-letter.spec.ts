import { describe, expect, it } from '@jest/globals';
import { draftEscalationLetter, type EscalationFacts } from './escalation-letter.js';
import { letterBlockers } from './letter-blockers.js';

const FACTS: EscalationFacts = {
  reference: 'AL-2026-7K3D', address: 'https://waymark.example/alerts/AL-2026-7K3D', subject: 'Education', target: '90% reach the expected standard', kind: 'Target off track',
  sentence: 'It is off track.', raisedOn: '1 June 2026', department: 'Department for Education', answerDueOn: '29 June 2026', answered: false,
  history: [{ on: '30 June 2026', what: 'No response', office: 'Waymark', text: 'Nobody\nanswered.' }], reason: 'Silence.', council: 'the Advisory Council',
};

describe('the draft of an escalation', () => {
  it('tells what slipped since when, what was asked, what was answered, and why', () => {
    const { subject, body, addressees } = draftEscalationLetter(FACTS);
    expect(subject).toBe('Education: target off track (alert AL-2026-7K3D)');
    for (const words of ['It is off track.', '1 June 2026', 'by 29 June 2026', 'No answer has been published', '- 30 June 2026, Waymark: No response. Nobody answered.', 'Silence.', FACTS.address]) expect(body).toContain(words);
    expect(addressees.map(({ kind, name }) => [kind, name])).toEqual([
      ['secretary-of-state', 'The Secretary of State, Department for Education'],
      ['select-committee', 'The Chair of the select committee that scrutinises the Department for Education'],
    ]);
  });

  it('says that answers are public where there were some, and that nobody leads where nobody does', () => {
    expect(draftEscalationLetter({ ...FACTS, answered: true }).body).not.toContain('No answer has been published');
    expect(draftEscalationLetter({ ...FACTS, department: null }).body).toContain('No department leads this mission (vacancy)');
  });

  it('could be published as it is', () => {
    expect(letterBlockers(draftEscalationLetter(FACTS), true)).toEqual([]);
  });
});
