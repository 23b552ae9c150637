/** Addresses of the council's own pages. */
export const councilPaths = {
  council: '/council',
  keep: '/council/keep',
  newMember: '/council/members/new',
  editMember: (id: string) => `/council/members/${id}/edit`,
  newBudget: '/council/budgets/new',
  editBudget: (id: string) => `/council/budgets/${id}/edit`,
  quorum: '/council/quorum',
  decisions: '/council/decisions',
  work: '/council/decisions/work',
  propose: '/council/decisions/new',
  decision: (reference: string) => `/council/decisions/${reference}`,
  follow: (reference: string) => `/council/decisions/${reference}/work`,
  open: (reference: string) => `/council/decisions/${reference}/open`,
  vote: (reference: string) => `/council/decisions/${reference}/vote`,
  close: (reference: string) => `/council/decisions/${reference}/close`,
  withdraw: (reference: string) => `/council/decisions/${reference}/withdraw`,
};
