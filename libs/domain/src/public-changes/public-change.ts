/** What can change in public, in words for people. */
export const CHANGE_KINDS = {
  verdict: 'Computed verdict',
  'council-judgement': 'Council’s judgement',
  'department-judgement': 'Department’s rating',
  'alert-raised': 'Alert raised',
  'alert-acknowledged': 'Alert acknowledged',
  'alert-plan': 'Recovery plan published',
  'alert-no-response': 'No response to an alert',
  'alert-decided': 'Alert: answer decided on',
  'alert-escalated': 'Alert escalated',
  'alert-moved': 'Alert moved to another department',
  'alert-closed': 'Alert closed',
  'return-published': 'Return published',
  'return-overdue': 'Return overdue',
  'return-not-submitted': 'Return not submitted',
  'plan-published': 'Delivery plan published',
  'plan-overdue': 'Delivery plan overdue',
  'plan-not-submitted': 'Delivery plan not submitted',
  'inquiry-opened': 'Inquiry opened',
  'inquiry-reported': 'Inquiry’s findings published',
  'inquiry-ended': 'Inquiry ended',
  'recommendation-made': 'Recommendation made',
  'recommendation-answered': 'Recommendation answered',
  'recommendation-overdue': 'Recommendation overdue',
  'recommendation-ended': 'Recommendation closed',
  letter: 'Letter published',
  'report-published': 'Report published',
  'report-corrected': 'Report corrected',
  'interim-review-opened': 'Interim review opened',
  'interim-review-closed': 'Interim review closed',
  'target-changed': 'Target changed',
  'wording-changed': 'Mission’s wording changed',
  'quality-review': 'Quality review published',
  'framework-published': 'Framework published',
  'framework-closing-announced': 'Closing of a framework announced',
  'framework-closing-taken-back': 'Closing of a framework taken back',
  'framework-closed': 'Framework closed',
  release: 'Figures published',
  'place-reply': 'Reply of a place',
} as const;

export type ChangeKind = keyof typeof CHANGE_KINDS;

/** One thing that changed in public. */
export interface PublicChange {
  /** Stable, of letters, digits and hyphens: the same for ever, in pages, feeds and mail. */
  id: string;
  /** When everybody could first see it. */
  at: Date;
  kind: ChangeKind;
  title: string;
  /** One plain sentence. */
  sentence: string;
  /** Path of the page that shows it. */
  path: string;
  /** Missions that it is about, by id. */
  missions: readonly string[];
  /** Departments and bodies that lead, owe or are written to, by id. */
  departments: readonly string[];
  /** Places that it is about by name, by code. */
  places: readonly string[];
}

/** Whose changes are wanted; all that are given must hold. Ids; of a place its code. */
export interface ChangeFilter {
  mission?: string | undefined;
  department?: string | undefined;
  place?: string | undefined;
}

export function concerns(change: Pick<PublicChange, 'missions' | 'departments' | 'places'>, { mission, department, place }: ChangeFilter): boolean {
  const holds = (wanted: string | undefined, listed: readonly string[]): boolean => wanted === undefined || listed.includes(wanted);
  return holds(mission, change.missions) && holds(department, change.departments) && holds(place, change.places);
}

/** For `Array.sort`: newest first, and of one moment always in the same order. */
export function newestFirst(a: Pick<PublicChange, 'id' | 'at'>, b: Pick<PublicChange, 'id' | 'at'>): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}
