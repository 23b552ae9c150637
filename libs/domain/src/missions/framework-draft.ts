/** A framework file as read: its shape is right, what it says is still to be checked. Dates and periods are texts. */
export interface FrameworkDraft {
  readonly framework: { readonly slug: string; readonly publishedOn: string; readonly startsOn: string; readonly endsOn: string };
  readonly objectives: readonly { readonly slug: string }[];
  readonly departments: readonly { readonly slug: string }[];
  readonly missions: readonly MissionDraft[];
}

export interface MissionDraft {
  readonly slug: string;
  readonly number: number;
  readonly objective: string;
  readonly statement: string;
  readonly leads: readonly LeadDraft[];
  readonly vacancies?: readonly VacancyDraft[];
  readonly contributors: readonly string[];
  readonly clauses: readonly { readonly key: string; readonly text: string; readonly coveredBy: readonly string[] }[];
  readonly openTerms: readonly { readonly clause: string }[];
  readonly headlineMetrics: readonly string[];
  readonly targets: readonly TargetDraft[];
}

export interface LeadDraft {
  readonly department: string;
  readonly from: string;
  /** The first day without it; null while it leads. */
  readonly to: string | null;
}

/** A time in which nobody leads, and why. */
export interface VacancyDraft {
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

export interface TargetDraft {
  readonly slug: string;
  readonly clause: string;
  readonly metric: string | null;
  readonly role: 'headline' | 'supporting';
  readonly areas: Readonly<Record<string, unknown>> | null;
  readonly rule: { readonly kind: string; readonly [field: string]: unknown };
  readonly baseline: { readonly period: string } | null;
  readonly decides: { readonly period: string; readonly releaseExpected: string } | null;
  readonly milestones: readonly { readonly period: string; readonly kind: string; readonly value?: number }[];
}

/** What the catalogue knows of a metric: which headline metric it is a part of or stands for. */
export interface KnownMetric {
  readonly partOf: string | null;
  readonly proxyFor: string | null;
}
