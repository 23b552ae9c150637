import { describe, expect, it } from '@jest/globals';
import { type EvidenceReturnContent, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { publicContent } from '#domain/evidence-returns/public-content.js';
import { acceptedFiles, acceptedParts } from './accepted-parts.presenter.js';

const parts = (content: Partial<EvidenceReturnContent>): ReturnType<typeof acceptedParts> => acceptedParts(publicContent(readEvidenceReturn(content), '2026-12-15'));
const headings = (content: Partial<EvidenceReturnContent>): string[] => parts(content).map(({ heading }) => heading);

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
    expect(parts(content)).toEqual([
      { heading: 'Narrative', text: 'Hubs.' },
      { heading: 'The department’s own figure beside the published one: ks2', text: 'The department gives 63% for 2025/26. Source: Census.\nWhy: Later.' },
      { heading: 'Evidence, each item with its strength by the department’s own word', text: 'It opened.\nEvent or decision on record. Strength: weak.\nSource: DfE' },
      { heading: 'Why it rates the likelihood as “Amber”', text: 'Late.' },
      { heading: 'Risks', text: 'Staff\nVery high: score 25 of 25 (impact 5, likelihood 5). Already happening.\nOwner: Director\nResponse: Hire' },
      { heading: 'What became of the last steps', text: 'Promised: Open\nDirector, by 31 January 2026\nDone. Opened.' },
      { heading: 'Next steps', text: 'More.\n\nEvaluate\nAnalyst, by 31 January 2027' },
    ]);
  });

  it('quotes a contribution whole, with its question and its evidence, and none that is not quoted', () => {
    const given = { id: 'c', organisation: 'Leeds City Council', question: 'What of the hubs?', about: 'The whole return', status: 'given' as const };
    const evidence = [{ id: 'e', kind: 'event' as const, strength: 'weak' as const, claim: 'Two opened.', source: 'Leeds', page: 'page 4', link: '' }];
    const contributions = [{ ...given, answer: 'Hubs opened.\nTwo of them.', quoted: true, evidence }, { ...given, answer: 'For you alone.', quoted: false }];
    expect(parts({ contributions })).toEqual([
      {
        heading: 'What Leeds City Council contributed, quoted whole',
        text: 'The department asked about the whole return: What of the hubs?\n\nHubs opened.\nTwo of them.\n\nEvidence it gave:\n\nTwo opened.\nEvent or decision on record. Strength: weak.\nSource: Leeds, page 4',
      },
    ]);
  });

  it('links each file where everybody may fetch it', () => {
    expect(acceptedFiles([{ id: 'f1', name: 'survey.pdf', title: 'Survey of heads', type: 'application/pdf', bytes: 1, checksum: 'x' }])).toEqual([
      { text: 'Survey of heads (survey.pdf)', href: '/published-attachments/f1' },
    ]);
  });
});
