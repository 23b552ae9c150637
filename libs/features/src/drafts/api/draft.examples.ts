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
  plan: {
    summary: 'A whole plan, just opened',
    value: {
      rowVersion: 1,
      answers: {
        summary: 'Catch-up hubs and tutors in the areas that are furthest behind.',
        outcomes: [{ title: 'Pupils in every area catch up by the end of primary school.', description: 'In each of the 55 areas that are furthest behind.' }],
        contributions: [{ mission: 'education', contribution: 'Twenty more hubs and a tutor for each school.', policies: 'Catch-up hubs', moneyMillions: 12.5 }],
        metrics: [{ metric: null, name: 'Pupils with a tutor', mission: 'education', aim: '70% by March 2027', spendingReview: true }],
        policies: [{ id: 'hubs', title: 'Catch-up hubs', mission: 'education', owner: 'Ann Smith', ownerJob: 'Director, Schools', startsOn: '2026-04-01', endsOn: '2027-03-31' }],
        milestones: [{ policy: 'hubs', title: 'The tenth hub is open', dueOn: '2026-09-30' }],
        programmes: [{ kind: 'private-commitment', who: 'A maker of laptops', title: 'Laptops for 2,000 pupils', mission: 'education', moneyMillions: 2, otherwise: 'Fewer lessons online.' }],
        funding: [
          { title: 'Tutors', kind: 'resource', mission: 'education', moneyMillions: 10.2, source: 'Catch-up fund' },
          { title: 'Rooms', kind: 'capital', mission: 'education', moneyMillions: 2.3, source: 'School buildings fund' },
        ],
        statedMoneyMillions: 12.5,
        staffing: [{ team: 'Hubs', mission: 'education', staff: 7.5 }],
        statedStaff: 7.5,
        dependencies: [{ department: 'dhsc', mission: 'education', what: 'A school nurse for each hub', neededBy: '2026-09-01' }],
      },
    },
  },
  line: {
    summary: 'One list of a plan; the others stay',
    value: { rowVersion: 2, answers: { outcomes: [{ title: 'Pupils in every area catch up by the age of eleven.' }] } },
  },
};

export const SEND_EXAMPLES = { filled: { summary: 'As of the change that was read last', value: { rowVersion: 4 } } };

export const TAKE_UP_EXAMPLES = { withdrawn: { summary: 'After it was sent, submitted and withdrawn', value: { rowVersion: 7 } } };

export const ANSWER_EXAMPLES = { answered: { summary: 'A question that was just asked', value: { rowVersion: 1, answer: 'The count is of 31 March. It includes the two hubs that opened in that week.' } } };

/** Of a form; `file` is what the file holds. */
export const ATTACH_EXAMPLES = {
  table: {
    summary: 'A CSV file with its title',
    value: { title: 'Survey of heads, autumn 2026', fileName: 'survey.csv', file: 'area,heads asked,heads content\nE12000001,120,84\n' },
  },
};
