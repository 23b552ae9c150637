import { isRealDate } from '#domain/calendar/real-date.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { FINDING_FIELDS, type FindingField, type QualityFinding, valueOf } from './quality-section.js';

/** The clauses of the mission's text, each with whether a metric goes with it. */
export interface ReviewedClause {
  readonly key: string;
  readonly hasMetric: boolean;
}

export const MOST_IN_A_LINE = 200;
export const MOST_IN_PROSE = 3000;

/**
 * What is wrong with a finding; none where it may be kept.
 * @param today ISO date: a definition cannot have been given later
 */
export function findingFaults(finding: QualityFinding, clauses: readonly ReviewedClause[], today: string): Refusal[] {
  const fields = FINDING_FIELDS[finding.section];
  const faults = fields.flatMap((field) => fieldFault(field, valueOf(finding, field.name).trim(), clauses) ?? []);
  return [...faults, ...togetherFaults(finding, clauses, today).filter(({ field }) => !faults.some((fault) => fault.field === field))];
}

function fieldFault({ name, kind, required, choices }: FindingField, value: string, clauses: readonly ReviewedClause[]): Refusal | undefined {
  const fault = (code: string, message: string): Refusal => ({ code, message, field: name });
  if (value === '') return required ? fault('missing', kind === 'choice' || kind === 'clause' ? 'Select one of the answers' : 'Enter something here; it may not be empty') : undefined;
  if (kind === 'choice' && !Object.hasOwn(choices ?? {}, value)) return fault('unknown-choice', `Select one of the answers; “${value}” is none of them`);
  if (kind === 'clause' && !clauses.some(({ key }) => key === value)) return fault('unknown-clause', `Select a clause of the mission’s text; “${value}” is none of them`);
  if (kind === 'date' && !isRealDate(value)) return fault('no-date', 'Enter a real date, such as 31 3 2027');
  const most = kind === 'prose' ? MOST_IN_PROSE : MOST_IN_A_LINE;
  return value.length > most ? fault('too-long', `Enter ${most.toLocaleString('en-GB')} characters or fewer`) : undefined;
}

/** Faults of fields that hang on each other. */
function togetherFaults(finding: QualityFinding, clauses: readonly ReviewedClause[], today: string): Refusal[] {
  const value = (field: string): string => valueOf(finding, field).trim();
  if (finding.section === 'terms') {
    const given = ['definition', 'definedBy', 'definedOn'].filter((field) => value(field) !== '');
    if (given.length === 0) return [];
    const missing = ['definition', 'definedBy', 'definedOn'].filter((field) => value(field) === '');
    const incomplete = missing.map((field) => ({ code: 'definition-incomplete', message: 'A definition needs its words, who gave it and the day', field }));
    const later = value('definedOn') > today ? [{ code: 'in-the-future', message: 'The day of the definition cannot lie in the future', field: 'definedOn' }] : [];
    return [...incomplete, ...later];
  }
  if (finding.section === 'coverage') {
    const clause = clauses.find(({ key }) => key === value('clause'));
    if (value('state') === 'covered' && clause && !clause.hasMetric) {
      return [{ code: 'no-metric', message: 'No metric goes with this clause, so it is uncovered', field: 'state' }];
    }
    return value('state') === 'uncovered' && value('note') === '' ? [{ code: 'missing', message: 'Say what no metric measures', field: 'note' }] : [];
  }
  if (finding.section === 'breadth' && value('scope') === 'narrow' && value('leftOut') === '') {
    return [{ code: 'missing', message: 'Say what is left out', field: 'leftOut' }];
  }
  return [];
}
