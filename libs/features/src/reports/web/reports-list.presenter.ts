import { isReportOverdue } from '#domain/reports/new-report.js';
import { REPORT_STATES } from '#domain/reports/report-status.js';
import { type Framework } from '#features/frameworks/framework.entity.js';
import { longDate } from '#platform/pages/dates.js';
import { type Report } from '../report.entity.js';
import { reportTitle } from '../report-records.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { REPORT_STATE_CLASSES, reportsWords } from '../reports.words.js';

const words = reportsWords.list;

interface Tag {
  text: string;
  classes: string;
}

export interface ReportRow {
  title: string;
  framework: string;
  reference: string;
  href: string;
  edition: { text: string; href: string } | undefined;
  dates: string[];
  beside: { text: string; href: string } | undefined;
  tags: Tag[];
}

export interface ReportsListPage {
  title: string;
  words: typeof words;
  duties: string[];
  createHref: string | undefined;
  nothing: string | undefined;
  rows: ReportRow[];
}

/** @param council does the reader see drafts too? */
export function reportsListPage(reports: readonly Report[], frameworks: readonly Framework[], { today, council }: { today: string; council: boolean }): ReportsListPage {
  return {
    title: words.title,
    words,
    duties: frameworks.flatMap(({ title, reportDuty }) => (reportDuty ? [words.duty(title, reportDuty.owedBy, reportDuty.basis)] : [])),
    createHref: council ? paths.create : undefined,
    nothing: reports.length === 0 ? words.nothing : undefined,
    rows: reports.map((report) => reportRow(report, { today, council, others: reports })),
  };
}

function reportRow(report: Report, { today, council, others }: { today: string; council: boolean; others: readonly Report[] }): ReportRow {
  const { reference, framework, editions, state } = report;
  const standing: Tag = council ? { text: REPORT_STATES[state], classes: REPORT_STATE_CLASSES[state] } : { text: words.published, classes: 'govuk-tag--green' };
  const latest = paths.edition(reference, editions);
  return {
    title: reportTitle(report), framework: framework.title, reference,
    href: council ? paths.show(reference) : latest,
    edition: editions === 0 ? undefined : words.edition(editions, latest),
    dates: publicDates(report),
    beside: others.some((other) => isBeside(report, other)) ? { text: words.beside, href: paths.beside(reference, editions) } : undefined,
    tags: [standing, ...(isReportOverdue(report, today) || report.overdueAt ? [{ text: words.overdue, classes: 'govuk-tag--red' }] : [])],
  };
}

/** Is an edition of both out, on the same period and of two kinds? */
function isBeside(one: Report, other: Report): boolean {
  return one.editions > 0 && other.editions > 0 && one.frameworkId === other.frameworkId && one.periodTo === other.periodTo && one.kind !== other.kind;
}

/** "Laid: 3 March 2027", of what is recorded. */
export function publicDates({ dueOn, deliveredOn, laidOn, paperNumber }: Report): string[] {
  const { due, delivered, laid, paper } = reportsWords.dates;
  const day = (name: string, date: string | null): string[] => (date === null ? [] : [`${name}: ${longDate(date)}`]);
  return [...day(due, dueOn), ...day(delivered, deliveredOn), ...day(laid, laidOn), ...(paperNumber === null ? [] : [`${paper}: ${paperNumber}`])];
}
