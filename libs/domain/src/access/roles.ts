/** What a person does in Waymark. A person may hold several; what they may do is the sum. */
export const ROLES = {
  official: 'Departmental official',
  sro: 'Senior responsible owner',
  reviewer: 'Council reviewer',
  'council-member': 'Council member',
  'council-chair': 'Council chair',
  statistician: 'Statistician',
  'place-official': 'Official of a place’s own council',
  director: 'Levelling up director',
  administrator: 'Administrator',
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** The roles of the independent council: nobody else reviews, judges for the council, or decides on alerts. */
export const COUNCIL_ROLES: readonly Role[] = ['reviewer', 'council-member', 'council-chair'];
