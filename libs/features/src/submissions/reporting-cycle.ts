import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Submission } from './submission.entity.js';

/** What to open for a framework: one time, one due date. Dates are ISO dates. */
export interface ReportingCycle {
  frameworkSlug: string;
  /** "April to September 2026" */
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  dueOn: string;
  /** The last day on which anything is taken; null or absent where the window stays open. */
  closesOn?: string | null;
  /** Other days for some missions, by slug: where a headline's release comes too late for the common one. */
  daysOf?: ReadonlyMap<string, { dueOn: string; closesOn: string | null }>;
  /** Slugs of the missions that it is for; every mission where absent. */
  missions?: readonly string[];
  /** Where nobody leads a mission on the due date, whoever leads it on this day owes it; nobody where absent. */
  orLedOn?: string;
}

/** What opening did. */
export interface OpeningReport {
  opened: number;
  /** Were open already. */
  existing: number;
  /** Slugs of missions that nobody leads on the due date: nobody owes anything for them. */
  withoutLead: string[];
}

/** The same, inside somebody's own move: what was opened now, to go on with. */
export interface OpenedWork extends OpeningReport {
  submissions: Submission[];
}

/** What opening did, without what it opened. */
export function reportOf({ opened, existing, withoutLead }: OpenedWork): OpeningReport {
  return { opened, existing, withoutLead };
}

/** @throws ApplicationError 422 naming every date that is none or stands in the wrong order. */
export function requireCycle({ coversLabel, coversFrom, coversTo, dueOn }: ReportingCycle): void {
  const reasons: Reason[] = Object.entries({ coversFrom, coversTo, dueOn })
    .filter(([, date]) => !isIsoDate(date))
    .map(([field, date]) => ({ code: 'date-wrong', message: `${field} must be a date like 2026-09-30, not ${date}`, field }));
  if (coversLabel.trim() === '') reasons.push({ code: 'label-missing', message: 'coversLabel must say what is covered', field: 'coversLabel' });
  if (coversTo < coversFrom) reasons.push({ code: 'period-backwards', message: `${coversTo} lies before ${coversFrom}`, field: 'coversTo' });
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
}

function isIsoDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
