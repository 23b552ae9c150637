import { dayFrom } from '#domain/observations/calendar-day.js';
import type { Fault, FaultPath } from './file-fault.js';
import type { LeadDraft } from './framework-draft.js';

/**
 * Faults of a mission's dated leads. A lead stands from its first day to the day before `to`; two that stand on one day
 * are refused at the one that is written later.
 * @param departments slugs of the file's departments
 * @param path of the list of leads
 */
export function leadFaults(leads: readonly LeadDraft[], departments: ReadonlySet<string>, path: FaultPath): Fault[] {
  const faults: Fault[] = [];
  leads.forEach((lead, index) => {
    const at = [...path, index];
    if (!departments.has(lead.department)) {
      faults.push({
        code: 'unknown-department',
        path: [...at, 'department'],
        message: `the department ${lead.department} is not among the departments of this file`,
      });
    }
    const dates: [string, string | null][] = [['from', lead.from], ['to', lead.to]];
    const unreal = dates.filter(([, date]) => date !== null && !dayFrom(date));
    faults.push(
      ...unreal.map(([field, date]) => ({ code: 'no-date', path: [...at, field], message: `${date} is not a date (YYYY-MM-DD)` })),
    );
    if (unreal.length > 0) return;
    if (lead.to !== null && lead.to <= lead.from) {
      faults.push({ code: 'lead-ends-first', path: [...at, 'to'], message: `the lead ends on ${lead.to}, before it begins` });
      return;
    }
    const earlier = leads.slice(0, index).findIndex((other) => overlap(other, lead));
    const other = leads[earlier];
    if (!other) return;
    faults.push({
      code: 'two-leads-at-once',
      path: at,
      against: [...path, earlier],
      message: `two leads at once: ${lead.department} ${termInWords(lead)} and ${other.department} ${termInWords(other)}`,
    });
  });
  return faults;
}

/** Do the two stand on one day? ISO dates compare as texts. */
function overlap(a: LeadDraft, b: LeadDraft): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

function termInWords({ from, to }: LeadDraft): string {
  return to === null ? `from ${from}` : `from ${from} until ${to}`;
}
