/** Bodies that may be sent as they stand: each begins where the one before it ends, on the calendar that the example is shipped with. */
export const BEGIN_EXAMPLES = {
  year: {
    summary: 'The return on education for October 2026 to September 2027',
    value: { framework: 'levelling-up-2022', mission: 'education', coversFrom: '2026-10-01', coversTo: '2027-09-30' },
  },
};

export const FILL_EXAMPLES = {
  whole: {
    summary: 'A whole return, just begun',
    value: {
      rowVersion: 1,
      answers: {
        figuresComment: 'The figures of 2025/26 are not yet revised.',
        narrative: 'Twenty catch-up hubs opened. Attendance in their areas rose by 2 points.',
        rating: 'amber',
        ratingReason: 'Results lag behind attendance.',
        evidence: [
          { kind: 'official-statistic', strength: 'strong', claim: 'Attendance rose by 2 points.', source: 'Department for Education, Pupil attendance', page: 'table 3', link: 'https://www.gov.uk/pupil-attendance' },
          { kind: 'event', strength: 'moderate', claim: 'The twentieth hub opened.', source: 'Department for Education, 14 May 2027' },
        ],
        risks: [{ risk: 'Tutors leave for schools that pay more.', impact: 4, likelihood: 2, proximity: 'one-year', owner: 'Ann Smith, Director', response: 'Pay them for the holidays.' }],
        nextSteps: 'Open the remaining hubs.',
        steps: [{ action: 'Open ten more hubs.', owner: 'Ann Smith, Director', dueOn: '2028-06-30' }],
      },
    },
  },
  one: {
    summary: 'One answer; the others stay',
    value: { rowVersion: 2, answers: { narrative: 'Twenty-two catch-up hubs opened.' } },
  },
};

export const SEND_EXAMPLES = { filled: { summary: 'As of the change that was read last', value: { rowVersion: 4 } } };

export const TAKE_UP_EXAMPLES = { withdrawn: { summary: 'After it was sent, submitted and withdrawn', value: { rowVersion: 7 } } };

/** Of a form; `file` is what the file holds. */
export const ATTACH_EXAMPLES = {
  table: {
    summary: 'A CSV file with its title',
    value: { title: 'Survey of heads, autumn 2026', fileName: 'survey.csv', file: 'area,heads asked,heads content\nE12000001,120,84\n' },
  },
};
