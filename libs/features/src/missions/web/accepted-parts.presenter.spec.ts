import { describe, expect, it } from '@jest/globals';
import { type EvidenceReturnContent, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { acceptedParts } from './accepted-parts.presenter.js';

const headings = (content: Partial<EvidenceReturnContent>): string[] => acceptedParts(readEvidenceReturn(content)).map(({ heading }) => heading);

describe('what everybody reads of an accepted return', () => {
  it('leaves out what the department left empty, and its comment on the figures', () => {
    expect(headings({ figuresComment: 'For the council.', narrative: 'Hubs.', ratingReason: 'A reason without its rating' })).toEqual(['Narrative']);
  });

  it('has everything else in the order of the return', () => {
    const content: Partial<EvidenceReturnContent> = {
      narrative: 'Hubs.', rating: 'amber', ratingReason: 'Late.', nextSteps: 'More.',
      departures: [{ target: 'ks2', value: '63%', period: '2025/26', reason: 'Later.', source: 'Census', unpublishedUntil: null, clearedBy: '' }],
      evidence: [{ id: 'e', kind: 'event', strength: 'weak', claim: 'It opened.', source: 'DfE', page: '', link: '', attachment: null }],
      risks: [{ id: 'r', risk: 'Staff', impact: 5, likelihood: 5, proximity: 'now', owner: 'Director', response: 'Hire' }],
      lastSteps: [{ step: 's', promised: 'Open', owner: 'Director', dueOn: '2026-01-31', due: true, outcome: 'done', what: 'Opened.' }],
      steps: [{ id: 'n', action: 'Evaluate', owner: 'Analyst', dueOn: '2027-01-31' }],
    };
    expect(acceptedParts(readEvidenceReturn(content))).toEqual([
      { heading: 'Narrative', text: 'Hubs.' },
      { heading: 'The department’s own figure beside the published one: ks2', text: 'The department gives 63% for 2025/26. Source: Census.\nWhy: Later.' },
      { heading: 'Evidence, each item with its strength by the department’s own word', text: 'It opened.\nEvent or decision on record. Strength: weak.\nSource: DfE' },
      { heading: 'Why it rates the likelihood as “Amber”', text: 'Late.' },
      { heading: 'Risks', text: 'Staff\nVery high: score 25 of 25 (impact 5, likelihood 5). Already happening.\nOwner: Director\nResponse: Hire' },
      { heading: 'What became of the last steps', text: 'Promised: Open\nDirector, by 31 January 2026\nDone. Opened.' },
      { heading: 'Next steps', text: 'More.\n\nEvaluate\nAnalyst, by 31 January 2027' },
    ]);
  });
});
