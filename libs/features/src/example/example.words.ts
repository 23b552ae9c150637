const MADE_UP = 'Made up for the example';

/** Every word that the example's people say in its past. All of it is made up, and says so. */
export const exampleWords = {
  madeUp: `${MADE_UP}.`,
  payer: 'Department for Levelling Up, Housing and Communities',
  terms: [
    { who: 'chair', appointedBy: 'Secretary of State for Levelling Up (made up for the example)', from: '2022-11-01', until: '2027-10-31' },
    { who: 'member', appointedBy: 'Secretary of State for Levelling Up (made up for the example)', from: '2023-02-01', until: '2028-01-31' },
    { who: 'secondMember', appointedBy: 'Local Government Association (made up for the example)', from: '2024-05-01', until: '2029-04-30' },
  ],
  budgets: [
    { ago: 2, amount: '1,150,000', spent: '1,121,400', staff: '9.5' },
    { ago: 1, amount: '1,200,000', spent: '1,163,900', staff: '10' },
    { ago: 0, amount: '1,100,000', spent: '', staff: '9' },
  ],
  inquiry: {
    title: 'Why attendance holds results back in education (example)',
    scope: `${MADE_UP}: the council looks into why fewer pupils reach the expected standard at the end of primary school than before the pandemic, and what part attendance has in it.`,
    questions: [
      { organisation: 'dfe', question: `${MADE_UP}: how many pupils missed one day in ten or more in the last school year, by region?` },
      { organisation: 'dluhc', question: `${MADE_UP}: which programmes for places pay for work on attendance?` },
    ],
    answer: `${MADE_UP}: the department holds the figures by region and publishes them each spring; it sends them with this answer.`,
    findings: `${MADE_UP}.\n\nAttendance fell in every region and has come back slowest where results were lowest before. The programmes that pay for work on it end before the target is decided. One of the two departments that were asked did not answer.`,
    recommendations: [
      { organisation: 'dfe', text: `${MADE_UP}: publish attendance by district every term, with the mission’s figures.` },
      { organisation: 'dluhc', text: `${MADE_UP}: say which programmes for attendance go on after the next spending review.` },
    ],
    answerWords: `${MADE_UP}: accepted for regions and districts; schools are too small to publish every term.`,
    promise: 'Attendance by region and district, every term.',
    progress: `${MADE_UP}: the first release by district was announced for the coming term.`,
  },
  decision: {
    title: 'Publish the findings on attendance (example)',
    text: `${MADE_UP}: the council adopts the findings of its inquiry and both recommendations.`,
    dissent: `${MADE_UP}: the findings lean on one answer. I would have waited for the second department before saying anything on money.`,
    minute: `${MADE_UP}. The council discussed the findings for an hour. Two members voted for them and one against, whose words are printed with the decision.`,
  },
  letters: {
    answered: {
      subject: 'Figures on life expectancy by district (example)', addressees: [{ kind: 'secretary-of-state' as const, name: 'The Secretary of State for Health and Social Care' }],
      body: `${MADE_UP}.\n\nThe mission on health is decided by figures that come three years late. The council asks when healthy life expectancy by district will be published, and whether an earlier sign of it can be.`,
    },
    answer: {
      sender: 'The Secretary of State for Health and Social Care', subject: 'Re: Figures on life expectancy by district (example)',
      body: `${MADE_UP}.\n\nThe next release is planned for the spring. The department has asked the statistics office to look for an earlier sign and will write again.`,
    },
    unanswered: {
      subject: 'No figures on transport (example)', addressees: [{ kind: 'secretary-of-state' as const, name: 'The Secretary of State for Transport' }, { kind: 'select-committee' as const, name: 'The Chair of the Transport Committee' }],
      body: `${MADE_UP}.\n\nNo figure measures the mission on transport yet. The council asks which measure the department will publish, and from when on.`,
    },
  },
  report: {
    introduction: `${MADE_UP}.\n\nThis is the council’s own report on the twelve missions. What stands beside each text was assembled from the figures, the returns and the register as they stood on one day; the council’s words are its own. Four missions are without figures.`,
    corrected: `${MADE_UP}.\n\nThis is the council’s own report on the twelve missions. What stands beside each text was assembled from the figures, the returns and the register as they stood on one day; the council’s words are its own. Where a mission has no figures, its page says so.`,
    correction: `${MADE_UP}: the introduction counted missions without figures, and counted them wrongly. It now leaves the count to the pages of the missions.`,
    mission: (focusArea: string) => ({
      text: `${MADE_UP}: on ${focusArea.toLowerCase()} the council goes by the figures beside this text. No department has sent a return that it could accept, so what was done is not on record; the council asks for it again.`,
      rural: `${MADE_UP}: the figures for ${focusArea.toLowerCase()} do not tell rural areas from towns, so the council says nothing of rural areas alone.`,
      devolved: `${MADE_UP}: the devolved governments were written to and given six weeks; no differences were raised.`,
    }),
    reply: `${MADE_UP}: the department does not agree that nothing is on record. A delivery plan was laid before the period ended, and the first return under the new calendar is due in the autumn.`,
    acknowledged: `${MADE_UP}: known to the council, and said in the text.`,
  },
} as const;
