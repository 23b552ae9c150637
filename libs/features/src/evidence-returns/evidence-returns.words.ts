import { type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { NOT_AN_OFFICIAL_STATISTIC } from '#domain/judgements/computed-judgement.js';

/** The words of the evidence return's own pages; those that it shares with plans are the submissions'. */
export const evidenceReturnsWords = {
  sections: {
    heading: 'Sections',
    check: 'Check your answers and send',
    status: {
      done: 'Completed',
      asked: 'Changes asked for',
      missing: 'Not started',
      begun: 'Incomplete',
      optional: 'Filled in: comment if you want',
      ready: 'Ready',
      notReady: 'Cannot send yet',
    },
  },
  saveAndContinue: 'Save and continue',
  saveForLater: 'Save and come back later',
  saved: (section: string) => `${section} saved. You can leave now and come back.`,

  figures: {
    title: 'Figures',
    lead: 'Waymark has filled in the newest published figures of each headline target. You cannot change them here; say below what the reader should know about them.',
    nothing: 'This mission has no headline target with figures.',
    columns: { target: 'Target', baseline: 'Baseline', latest: 'Latest', asked: 'Asked for', verdict: 'Computed verdict' },
    noFigure: 'None',
    noValue: 'No value',
    anyChange: 'Better than the baseline',
    notJudged: 'Not judged yet',
    notOfficial: `Computed by Waymark, ${NOT_AN_OFFICIAL_STATISTIC}.`,
    noMetric: 'No metric measures this target.',
    caption: 'Figures of the headline targets',
    comment: 'Comment on the figures (optional)',
    commentHint: 'For example a revision that is coming, or what the newest figure does not show yet',
    changed: 'Figures',
  },
  narrative: {
    title: 'Narrative',
    label: 'What was done in this time, and what came of it?',
    hint: 'Plain English, with what can be checked. Name the measure and the source behind each claim.',
  },
  rating: {
    title: 'Own rating',
    label: 'How likely is it that the mission’s targets are met?',
    hint: 'Your department’s own rating. It stands beside the computed verdict and the council’s; none replaces another.',
    reason: 'Why this rating?',
    reasonHint: 'The mission’s public page shows it in one sentence beside the rating, so begin with the main reason.',
  },
  nextSteps: {
    title: 'Next steps',
    label: 'What will you do next, and by when?',
    hint: 'The next return is held against it.',
  },
  answers: {
    figuresComment: 'Comment on the figures',
    narrative: 'Narrative',
    rating: 'Rating',
    ratingReason: 'Reason for the rating',
    nextSteps: 'Next steps',
  },
  sectionTitles: { figures: 'Figures', narrative: 'Narrative', rating: 'Own rating', 'next-steps': 'Next steps' } satisfies Record<EvidenceReturnSection, string>,
  ratingWrong: 'Select one of the five ratings',
  becomesPublic: [
    'Once the council accepts it: the whole return, word for word, in the open data and, without the comment on the figures, on the mission’s page. Your department is named, people are not.',
    'Once the council accepts it: your rating with its reason, beside the computed verdict and the council’s own judgement. Where it contradicts the figures by two steps, an alert is raised.',
    'At any time: that the return is owed, by when, whether it is late, and whether the council has it.',
  ],
};
