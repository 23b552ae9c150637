import { keptDate, owedBy } from '#domain/alerts/alert-deadlines.js';
import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { DATA_GAP_KINDS, DATA_GAP_STATES } from '#domain/data-gaps/data-gap-kind.js';
import { RECOMMENDATION_SOURCES, RECOMMENDATION_STATES } from '#domain/recommendations/recommendation-status.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { STATUS_CLASSES } from '#features/alerts/alerts.words.js';
import { type DepartmentAlert } from '#features/alerts/department-alerts.queries.js';
import { dataGapsPaths } from '#features/data-gaps/data-gaps.paths.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { dateCell, type PublicCell, type PublicTable } from '#platform/pages/public-table.js';
import { type DataGapRecord, type LetterRecord, type RecommendationRecord } from '../department-records.queries.js';
import { departmentsWords } from '../departments.words.js';

/** Alerts, the open ones first, and whether each date was kept. @param today ISO date */
export function alertsTable(alerts: readonly DepartmentAlert[], today: string): PublicTable {
  const { heading, intro, empty } = departmentsWords.alerts;
  return {
    key: 'alerts', heading, intro, empty,
    columns: [
      { name: 'reference', heading: 'Alert', description: 'Reference of the alert' },
      { name: 'kind', heading: 'Kind', description: 'Why it was raised' },
      { name: 'what', heading: 'What happened', description: 'In one sentence' },
      { name: 'raised_on', heading: 'Raised', description: 'Day in London', datatype: 'date' },
      { name: 'acknowledged', heading: 'Acknowledged', description: 'Whether an owner was named in time, and by when it was due' },
      { name: 'answered', heading: 'Answered', description: 'Whether a recovery plan was published in time, and by when it was due' },
      { name: 'state', heading: 'State', description: 'Where it stands' },
    ],
    rows: [...alerts.filter(({ status }) => status !== 'closed'), ...alerts.filter(({ status }) => status === 'closed')].map((alert) => alertRow(alert, today)),
  };
}

function alertRow(alert: DepartmentAlert, today: string): PublicCell[] {
  const { kept, byDay } = departmentsWords.alerts;
  const { acknowledgeDueOn, acknowledgedOn, responseDueOn, firstAnsweredOn, closedOn: endedOn } = alert;
  const acknowledged = keptDate({ dueOn: acknowledgeDueOn, doneOn: acknowledgedOn, endedOn }, today);
  const answered = keptDate({ dueOn: responseDueOn, doneOn: firstAnsweredOn, endedOn }, today);
  return [
    { text: alert.reference, href: alertsPaths.show(alert.reference) },
    { text: ALERT_KINDS[alert.kind] },
    { text: alert.sentence },
    dateCell(alert.raisedOn),
    { text: byDay(kept[acknowledged], longDate(acknowledgeDueOn)) },
    { text: byDay(kept[answered], longDate(owedBy(alert))) },
    { text: ALERT_STATUS[alert.status], tag: STATUS_CLASSES[alert.status] },
  ];
}

/** @param today ISO date */
export function recommendationsTable(records: readonly RecommendationRecord[], today: string): PublicTable {
  const { heading, empty, notAnswered } = departmentsWords.recommendations;
  return {
    key: 'recommendations', heading, empty,
    columns: [
      { name: 'reference', heading: 'Recommendation', description: 'Reference' },
      { name: 'text', heading: 'What is recommended', description: 'Word for word' },
      { name: 'source', heading: 'From', description: 'Kind and reference of what it comes from' },
      { name: 'answer_due_on', heading: 'Answer due', description: 'Last day on which an answer is in time', datatype: 'date' },
      { name: 'answered_on', heading: 'Answered', description: 'Day of the answer; empty while there is none', datatype: 'date' },
      { name: 'state', heading: 'State', description: 'Where it stands' },
    ],
    rows: records.map((record) => [
      { text: record.reference, href: recommendationsPaths.show(record.reference) },
      { text: record.text },
      { text: `${RECOMMENDATION_SOURCES[record.sourceKind]} ${record.sourceReference}`, href: record.sourcePath },
      dateCell(record.answerDueOn),
      dateCell(record.answeredOn),
      record.state === 'awaiting-answer' && record.answerDueOn < (record.stoppedOn ?? today) ? { text: notAnswered, tag: 'govuk-tag--red' } : { text: RECOMMENDATION_STATES[record.state], tag: 'govuk-tag--grey' },
    ]),
  };
}

export function lettersTable(records: readonly LetterRecord[]): PublicTable {
  const { heading, empty, direction, noAnswer, notDue } = departmentsWords.letters;
  return {
    key: 'letters', heading, empty,
    columns: [
      { name: 'reference', heading: 'Letter', description: 'Reference' },
      { name: 'direction', heading: 'Direction', description: 'From or to the council' },
      { name: 'subject', heading: 'Subject', description: 'Word for word' },
      { name: 'published_on', heading: 'Published', description: 'Day in London', datatype: 'date' },
      { name: 'answer_due_on', description: 'Day by which an answer was asked for; empty where none was', datatype: 'date' },
      { name: 'answered_on', heading: 'Answered', description: 'Day on which the first answer came', datatype: 'date' },
    ],
    rows: records.map((record) => [
      { text: record.reference, href: lettersPaths.show(record.reference) },
      { text: direction[record.direction] },
      { text: record.subject },
      dateCell(record.on),
      dateCell(record.answerDueOn),
      dateCell(record.answeredOn, record.answerDueOn === null ? notDue : noAnswer),
    ]),
  };
}

/** @param today ISO date */
export function dataGapsTable(records: readonly DataGapRecord[], today: string): PublicTable {
  const { heading, empty, plan } = departmentsWords.gaps;
  return {
    key: 'data-gaps', heading, empty,
    columns: [
      { name: 'reference', heading: 'Gap', description: 'Reference' },
      { name: 'metric', heading: 'Metric', description: 'Name of the metric' },
      { name: 'areas', heading: 'Areas', description: 'Areas that it is about' },
      { name: 'kind', heading: 'Kind', description: 'What the figures lack' },
      { name: 'what', heading: 'What is lacking', description: 'In one sentence' },
      { name: 'needed_by', heading: 'Needed by', description: 'Day by which the figures are needed', datatype: 'date' },
      { name: 'plan', heading: 'Plan', description: 'Whether there is a plan to close it' },
      { name: 'state', heading: 'State', description: 'Where it stands' },
    ],
    rows: records.map((record) => [
      { text: record.reference, href: dataGapsPaths.show(record.reference) },
      { text: record.metric },
      { text: record.areas },
      { text: DATA_GAP_KINDS[record.kind] },
      { text: record.sentence },
      dateCell(record.dateNeeded),
      { text: plan[`${record.hasPlan}`] },
      (record.state === 'open' || record.state === 'planned') && record.dateNeeded < (record.stoppedOn ?? today) ? { text: departmentsWords.overdue, tag: 'govuk-tag--red' } : { text: DATA_GAP_STATES[record.state], tag: 'govuk-tag--grey' },
    ]),
  };
}
