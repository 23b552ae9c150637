/** What the SRO reads of a plan beside its answers. */
export const signOffWords = {
  totals: 'The money and staff that you sign',
  noTotals: 'The plan names no money and no staff.',
  byMission: 'Planned money, mission by mission',
  funding: 'Funding lines together',
  stated: 'All money as the plan states it',
  staff: 'Staff as the plan states it',
  millions: (amount: number) => `£${amount.toLocaleString('en-GB', { maximumFractionDigits: 3 })} million`,
  people: (amount: number) => `${amount.toLocaleString('en-GB', { maximumFractionDigits: 1 })} full-time equivalents`,
  dependencies: 'What you count on other departments for',
  noDependencies: 'The plan counts on no other department.',
  lastYear: 'What we promised last year, and is gone',
  nothingGone: 'Nothing of the last plan has been left out, or there is none.',
  gone: (reference: string) => `In ${reference}, and in this plan no more.`,
};
