import { dayFrom } from '#domain/observations/calendar-day.js';
import type { Fault, FaultPath } from './file-fault.js';
import type { LeadDraft, VacancyDraft } from './framework-draft.js';

/**
 * Faults of a mission's recorded vacancies: each stands from its first day to the day before `to`, and on none of these days may a
 * department lead, or another vacancy stand.
 * @param path of the mission
 */
export function vacancyFaults(vacancies: readonly VacancyDraft[], leads: readonly LeadDraft[], path: FaultPath): Fault[] {
  return vacancies.flatMap((vacancy, index): Fault[] => {
    const at = [...path, 'vacancies', index];
    const dates: [string, string | null][] = [['from', vacancy.from], ['to', vacancy.to]];
    const unreal = dates.filter(([, date]) => date !== null && !dayFrom(date));
    if (unreal.length > 0) return unreal.map(([field, date]) => ({ code: 'no-date', path: [...at, field], message: `${date} is not a date (YYYY-MM-DD)` }));
    if (vacancy.to !== null && vacancy.to <= vacancy.from) {
      return [{ code: 'vacancy-ends-first', path: [...at, 'to'], message: `the vacancy ends on ${vacancy.to}, before it begins` }];
    }
    const lead = leads.findIndex((other) => overlap(other, vacancy));
    if (lead !== -1) return [{ code: 'vacancy-while-led', path: at, against: [...path, 'leads', lead], message: `a department leads on days of this vacancy: ${leads[lead]?.department ?? ''}` }];
    const earlier = vacancies.slice(0, index).findIndex((other) => overlap(other, vacancy));
    return earlier === -1 ? [] : [{ code: 'two-vacancies-at-once', path: at, against: [...path, 'vacancies', earlier], message: 'two vacancies at once' }];
  });
}

/** Do the two stand on one day? ISO dates compare as texts. */
function overlap(a: { from: string; to: string | null }, b: { from: string; to: string | null }): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}
