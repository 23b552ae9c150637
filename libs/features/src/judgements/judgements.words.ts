/** The words of the council's judgement pages. */
export const judgementsWords = {
  list: {
    title: 'The council’s judgements',
    intro:
      'Three judgements stand side by side on each mission’s public page: what the figures say, what the department says and what the council says. They are never merged.',
    columns: { mission: 'Mission', computed: 'Figures', department: 'Department', council: 'Council', act: 'Record' },
    absent: 'None',
    conflict: 'Figures and department disagree',
    record: (mission: string) => `Record a judgement of ${mission}`,
    recordShort: 'Record a judgement',
    empty: 'No framework has been loaded.',
  },
  form: {
    title: (mission: string) => `Record the council’s judgement: ${mission}`,
    intro: 'It is published as soon as you record it, with your name and the day. Earlier judgements stay readable.',
    now: 'How the mission stands',
    computed: 'The figures',
    department: 'The department',
    council: 'The council so far',
    notYet: 'Nothing yet',
    verdict: 'The council’s judgement',
    verdictHint: 'The words are those of the computed verdict',
    verdictMissing: 'Select the council’s judgement',
    reason: 'Why',
    reasonHint: 'In plain English, on which evidence. Published word for word.',
    reasonMissing: 'Enter why the council judges so',
    reasonTooLong: 'Enter 2,000 characters or fewer',
    button: 'Record and publish',
  },
  recorded: {
    title: 'Judgement recorded',
    text: (mission: string, verdict: string) => `The council’s judgement of ${mission} is “${verdict}”.`,
    next: 'It is on the mission’s public page now.',
    mission: 'Read the mission’s page',
    list: 'Back to the council’s judgements',
  },
};
