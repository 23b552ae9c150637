/** The words of the plan's own pages; those that it shares with returns are the submissions'. */
export const deliveryPlansWords = {
  saveAndContinue: 'Save and check',
  saveForLater: 'Save and come back later',
  saved: 'Plan saved. You can leave now and come back.',
  edit: {
    title: 'Write the plan',
    open: 'Write the plan',
    summary: 'What will your department do this year for the missions?',
    summaryHint: 'A summary of the whole plan in plain English',
    part: { led: 'Your department leads this mission', contributing: 'Your department contributes to this mission (optional)' },
    contribution: 'What will you contribute?',
    policies: 'By which policies and programmes?',
    policiesHint: 'One a line',
    money: 'Planned money in £ million',
    moneyHint: 'For example 12.5. Leave it empty where none is planned or the sum is not known',
  },
  fields: { summary: 'Summary', contribution: 'Contribution', policies: 'Policies', moneyMillions: 'Planned money' },
  answers: {
    summary: 'Summary',
    contribution: (mission: string) => `${mission}: contribution`,
    policies: (mission: string) => `${mission}: policies`,
    money: (mission: string) => `${mission}: planned money`,
    total: 'Planned money over all missions',
    millions: (amount: number) => `£${amount.toLocaleString('en-GB', { maximumFractionDigits: 3 })} million`,
  },
  moneyNotNumber: (mission: string) => `Planned money for ${mission} must be a number in £ million, like 12.5`,
  moneyNegative: (mission: string) => `Planned money for ${mission} must be 0 or more`,
  moneyTooLarge: (mission: string, most: number) => `Planned money for ${mission} must be £${most.toLocaleString('en-GB')} million or less`,
  becomesPublic: [
    'Once the council accepts it: the whole plan, word for word, in the open data. Your department is named, people are not.',
    'At any time: that the plan is owed, by when, whether it is late, and whether the council has it.',
  ],
};
