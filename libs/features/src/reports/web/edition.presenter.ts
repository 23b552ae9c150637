import { type EditionDocument, type EditionMission } from '#domain/reports/edition-document.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type EditionFigure } from '../edition-figure.js';
import { type FactParts, factParts, replyLine } from '../mission-parts.js';
import { recordParts } from '../record-parts.js';
import { recordWords } from '../record.words.js';
import { type ReportPdf } from '../report-pdf.entity.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { type PublishedEdition } from '../reports.queries.js';
import { reportsWords } from '../reports.words.js';
import { publicDates } from './reports-list.presenter.js';
import { type TargetLine, targetLines } from './target-lines.js';

const words = reportsWords.edition;

interface MissionPart {
  id: string;
  title: string;
  href: string;
  statement: string;
  text: string;
  authors: string;
  reply: string;
  facts: FactParts;
  targets: TargetLine[];
  caption: string;
  rural: string;
  devolved: string;
}

export interface EditionPage {
  title: string;
  caption: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  columns: typeof reportsWords.columns;
  line: string;
  older: { text: string; href: string } | undefined;
  note: string | undefined;
  beside: { text: string; href: string } | undefined;
  dates: string[];
  duty: string | undefined;
  introduction: string;
  authors: string;
  figure: ChartFigure;
  figureHeading: string;
  recommended: { title: string; nothing: string; lines: { text: string; href: string }[] };
  record: { title: string; lead: string; parts: FactParts['parts'] };
  missions: MissionPart[];
  acknowledged: { text: string; reason: string; by: string }[];
  files: { text: string; href: string }[];
  noPdf: string | undefined;
  checksum: string;
  audit: string;
  licence: string;
  editions: { text: string; href: string; note: string | undefined; current: boolean }[];
}

interface Beside {
  editions: readonly { number: number; publishedAt: Date; note: string | null }[];
  pdf: ReportPdf | null;
  /** Is an edition of the other kind of report on this period out? */
  isOneBeside: boolean;
  standing: EditionFigure;
}

export function editionPage({ report, edition, document }: PublishedEdition, { editions, pdf, isOneBeside, standing }: Beside): EditionPage {
  const { reference } = report;
  const { number } = edition;
  const { framework, title, duty } = document;
  const made = pdf?.outcome === 'made';
  return {
    title: number === 1 && report.editions === 1 ? `${title}: ${framework.title}` : `${title}: ${framework.title} (edition ${number})`,
    caption: words.caption(reference, number),
    breadcrumbs: [{ text: reportsWords.list.title, href: paths.list }, { text: framework.title, href: frameworksPaths.framework(framework.slug) }, { text: `Edition ${number}` }],
    words,
    columns: reportsWords.columns,
    line: words.line(framework.title, reference, number, longDateTime(edition.publishedAt), longDate(document.asOf)),
    older: number < report.editions ? { text: words.older(report.editions), href: paths.edition(reference, report.editions) } : undefined,
    note: document.note ?? undefined,
    beside: isOneBeside ? { text: reportsWords.beside.link, href: paths.beside(reference, number) } : undefined,
    dates: publicDates(report),
    duty: duty ? words.duty(duty.owedBy, duty.basis) : undefined,
    introduction: document.introduction.text,
    authors: document.introduction.authors.join(', '),
    figure: standing.figure,
    figureHeading: recordWords.figure.heading,
    recommended: { title: recordWords.recommendedTitle, nothing: recordWords.nothingRecommended, lines: document.recommendations.map((one) => ({ text: recordWords.recommended(one, longDate), href: recommendationsPaths.show(one.reference) })) },
    record: recordOf(document),
    missions: document.missions.map((mission) => missionPart(framework.slug, mission)),
    acknowledged: document.acknowledged.map(({ warning, by, at, reason }) => ({ text: warning, reason, by: words.byAt(by, longDateTime(new Date(at))) })),
    files: [
      { text: words.json, href: paths.json(reference, number) },
      { text: words.checksum, href: paths.checksum(reference, number) },
      { text: words.csv, href: paths.csv(reference, number) },
      { text: words.csvw, href: csvwPath(paths.csv(reference, number)) },
      ...(made ? [{ text: words.pdf, href: paths.pdf(reference, number) }] : []),
    ],
    noPdf: made ? undefined : pdf === null ? words.pdfLater : pdf.outcome === 'failed' ? words.pdfFailed : words.noPdf,
    checksum: words.checksumLine(edition.checksum),
    audit: words.audit(document.audit.position, document.audit.head),
    licence: document.licence,
    editions: editions.map((one) => ({
      text: `Edition ${one.number}, ${longDateTime(one.publishedAt)}${one.number === report.editions ? `, ${words.latest}` : ''}`, href: paths.edition(reference, one.number), note: one.note ?? undefined, current: one.number === number,
    })),
  };
}

function recordOf({ record, asOf }: EditionDocument): EditionPage['record'] {
  if (record === null) return { title: recordWords.title, lead: recordWords.notAssembled, parts: [] };
  return { title: recordWords.title, lead: recordWords.lead(longDate(asOf)), parts: recordParts(record, asOf) };
}

function missionPart(framework: string, mission: EditionMission): MissionPart {
  const { slug, number, focusArea, statement, text, authors, ruralNote, devolvedNote } = mission;
  return {
    id: `mission-${slug}`, title: reportsWords.mission(number, focusArea), href: missionsPaths.mission(framework, slug), statement, text, authors: authors.join(', '), reply: replyLine(mission),
    facts: factParts(mission), targets: targetLines(mission), caption: words.targets(focusArea),
    rural: ruralNote || words.noRural, devolved: devolvedNote || words.noDevolved,
  };
}
