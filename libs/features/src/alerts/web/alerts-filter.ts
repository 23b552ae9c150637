import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { type Alert } from '../alert.entity.js';
import { isUnanswered } from '../alert-standing.js';
import { alertsPaths } from '../alerts.paths.js';
import { alertsWords } from '../alerts.words.js';

/** What of the alerts is asked for; '' for all. */
export interface AlertFilter {
  /** A state, or `no-response`. */
  status: string;
  kind: string;
  /** Slug. */
  department: string;
  isSet: boolean;
}

type Choice = { value: string; text: string; selected: boolean };

export interface AlertFilterForm {
  action: string;
  isSet: boolean;
  found: string;
  statuses: Choice[];
  kinds: Choice[];
  departments: Choice[];
  csvHref: string;
  departmentsHref: string;
  lettersHref: string;
}

export const NO_FILTER: AlertFilter = { status: '', kind: '', department: '', isSet: false };
const NO_RESPONSE = 'no-response';
const words = alertsWords.list.filter;

/** Of an address's question; what is no choice counts as none. */
export function filterOf(query: Record<string, unknown>): AlertFilter {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].slice(0, 100) : '');
  const status = Object.hasOwn(ALERT_STATUS, text('status')) || text('status') === NO_RESPONSE ? text('status') : '';
  const kind = Object.hasOwn(ALERT_KINDS, text('kind')) ? text('kind') : '';
  const department = /^[\w-]*$/.test(text('department')) ? text('department') : '';
  return { status, kind, department, isSet: [status, kind, department].some((part) => part !== '') };
}

export function matches(alert: Alert, { status, kind, department }: AlertFilter, today: string): boolean {
  const inState = status === '' || (status === NO_RESPONSE ? isUnanswered(alert, today) : alert.status === status);
  return inState && (kind === '' || alert.kind === kind) && (department === '' || alert.organisation?.slug === department);
}

/** @param alerts all of them: departments that have had one can be chosen */
export function filterForm(alerts: readonly Alert[], filter: AlertFilter, found: number): AlertFilterForm {
  const departments = new Map(alerts.flatMap(({ organisation }) => (organisation ? [[organisation.slug, organisation.name] as const] : [])));
  const sorted = [...departments].sort(([, left], [, right]) => left.localeCompare(right, 'en-GB'));
  const question = new URLSearchParams(Object.entries({ status: filter.status, kind: filter.kind, department: filter.department }).filter(([, value]) => value !== ''));
  return {
    action: alertsPaths.list,
    isSet: filter.isSet,
    found: words.found(found),
    statuses: choices([...Object.entries(ALERT_STATUS), [NO_RESPONSE, words.noResponse]], filter.status),
    kinds: choices(Object.entries(ALERT_KINDS), filter.kind),
    departments: choices(sorted, filter.department),
    csvHref: filter.isSet ? `${alertsPaths.listCsv}?${question.toString()}` : alertsPaths.listCsv,
    departmentsHref: alertsPaths.departments,
    lettersHref: lettersPaths.list,
  };
}

function choices(entries: readonly (readonly string[])[], chosen: string): Choice[] {
  return [['', words.any], ...entries].map(([value = '', text = '']) => ({ value, text, selected: value === chosen }));
}
