import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { londonDate } from '#platform/clock/clock.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf } from '#platform/csv/csvw.js';
import { type Alert } from '../alert.entity.js';
import { isUnanswered } from '../alert-standing.js';
import { subjectOfAlert } from '../alert-subject.js';
import { alertsPaths } from '../alerts.paths.js';

type Column = CsvwColumn & { readonly cell: (alert: Alert, today: string) => CsvCell };

const text = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'string', required, cell });
const date = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'date', required, cell });
const dayOf = (at: Date | null): string | null => at && londonDate(at);

const COLUMNS: readonly Column[] = [
  text('reference', 'Names the alert for ever', ({ reference }) => reference, true),
  text('kind', `Why it was raised: ${Object.keys(ALERT_KINDS).join(', ')}`, ({ kind }) => kind, true),
  text('status', `Where it stands: ${Object.keys(ALERT_STATUS).join(', ')}`, ({ status }) => status, true),
  text('no_response', 'yes where the day for the answer has passed without one, else no', (alert, today) => (isUnanswered(alert, today) ? 'yes' : 'no'), true),
  text('framework', 'Short name of the framework, as in its address', ({ framework }) => framework.slug, true),
  text('subject', 'What it is about, in words', (alert) => subjectOfAlert(alert).text, true),
  text('target', 'The target that it is about, in words', ({ target }) => target?.title ?? null),
  text('department', 'Who must answer; empty where no department leads the mission', ({ organisation }) => organisation?.name ?? null),
  date('raised_on', 'Day on which it was raised', ({ raisedAt }) => dayOf(raisedAt), true),
  date('acknowledge_due_on', 'Last day on which an acknowledgement is in time', ({ acknowledgeDueOn }) => acknowledgeDueOn, true),
  date('acknowledged_on', 'Day on which it was acknowledged', ({ acknowledgedAt }) => dayOf(acknowledgedAt)),
  date('response_due_on', 'Last day on which the first answer is in time', ({ responseDueOn }) => responseDueOn, true),
  date('answer_due_on', 'By when an answer is owed now: another plan, where the council has asked for one', owedBy, true),
  date('first_answered_on', 'Day on which the first recovery plan was published', ({ firstAnsweredAt }) => dayOf(firstAnsweredAt)),
  { name: 'plans_published', description: 'Recovery plans published so far', datatype: 'integer', required: true, cell: ({ plansPublished }) => plansPublished },
  text('owner', 'Who owns the answer, with their job', ({ ownerName, ownerJob }) => ownerName && `${ownerName}, ${ownerJob ?? ''}`),
  text('sentence', 'What happened', ({ sentence }) => sentence, true),
];

export const ALERT_COLUMNS = headerOf(COLUMNS);

/** @param today ISO date in London */
export function alertCells(alert: Alert, today: string): CsvCell[] {
  return COLUMNS.map(({ cell }) => cell(alert, today));
}

/** The register of alerts as a file. @param modified ISO date */
export function alertsTable(modified: string): CsvwTable {
  return {
    url: alertsPaths.listCsv,
    title: 'Alerts',
    description: 'Every alert that was raised, open and closed, one a row: what happened, who must answer by when, and where it stands.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS,
    primaryKey: ['reference'],
  };
}
