/** What can be found, in the order in which a page shows it. */
export const SEARCH_KINDS = {
  missions: 'Missions',
  targets: 'Targets',
  metrics: 'Metrics',
  places: 'Places',
  organisations: 'Departments and other bodies',
  alerts: 'Alerts',
  inquiries: 'Inquiries',
  recommendations: 'Recommendations',
  reports: 'Reports',
  letters: 'Letters',
  returns: 'Published returns and plans',
  'data-gaps': 'Data gaps',
  pages: 'How it works',
} as const;

export type SearchKind = keyof typeof SEARCH_KINDS;

export function isSearchKind(text: unknown): text is SearchKind {
  return typeof text === 'string' && Object.hasOwn(SEARCH_KINDS, text);
}

/** Piece of a text, marked where it is what was asked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** One thing that was found. */
export interface Hit {
  kind: SearchKind;
  title: string;
  href: string;
  snippet: Piece[];
}

/** What was found of one kind, and how many there are of it. */
export interface HitGroup {
  kind: SearchKind;
  total: number;
  hits: Hit[];
}

/** Of which kind and which part of it: from `skip` on, at most `most`; `kind` undefined: the best of every kind. */
export interface Slice {
  kind: SearchKind | undefined;
  skip: number;
  most: number;
}
