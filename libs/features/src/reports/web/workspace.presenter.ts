import { type Actor } from '#domain/access/permissions.js';
import { isAcknowledged, reportFindings } from '#domain/reports/report-checks.js';
import { FACT_CHECK_REPLY_STATES, REPORT_STATES, type ReportAction } from '#domain/reports/report-status.js';
import { positionsTowardsReport, REPORT_WORKFLOW } from '#domain/reports/report-workflow.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type FactParts } from '../mission-parts.js';
import { recordParts } from '../record-parts.js';
import { recordWords } from '../record.words.js';
import { checkedReport, reportTitle } from '../report-records.js';
import { INTRODUCTION, type ReportSection } from '../report-section.entity.js';
import { INTRODUCTION_SLUG, reportsPaths as paths } from '../reports.paths.js';
import { type ReportWorkspace } from '../reports.queries.js';
import { REPORT_STATE_CLASSES, reportsWords } from '../reports.words.js';
import { publicDates } from './reports-list.presenter.js';

const words = reportsWords.show;

interface WorkspacePart {
  title: string;
  href: string;
  text: string;
  facts: string;
  check: string;
}

export interface WorkspacePage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  tag: { text: string; classes: string };
  facts: { key: string; text: string }[];
  moves: { text: string; href: string; primary: boolean }[];
  latest: { text: string; href: string } | undefined;
  parts: WorkspacePart[];
  record: { lead: string; parts: FactParts['parts'] } | undefined;
  recommend: { words: typeof recordWords.recommend; addHref: string | undefined; lines: { text: string; removeHref: string | undefined }[] };
  recordTitle: string;
  errors: string[];
  warnings: { text: string; href: string | undefined }[];
  acknowledged: { text: string; reason: string }[];
  replies: { mission: string; who: string; state: string }[];
  history: { title: string; when: string }[];
}

export function workspacePage({ report, sections, windows, replies, acknowledgements, events }: ReportWorkspace, actor: Actor): WorkspacePage {
  const { reference, state, editions } = report;
  const findings = reportFindings(checkedReport(report, sections, report.framework.reportDuty));
  const before = state === 'writing' || state === 'fact-check' || state === 'checked';
  return {
    title: reportTitle(report),
    caption: words.caption,
    backLink: { text: words.back, href: paths.list },
    words,
    tag: { text: REPORT_STATES[state], classes: REPORT_STATE_CLASSES[state] },
    facts: factsOf({ report, windows }),
    moves: movesOf(report, actor),
    latest: editions === 0 ? undefined : { text: words.latest(editions), href: paths.edition(reference, editions) },
    parts: [...sections].sort((one, other) => Number(other.key === INTRODUCTION) - Number(one.key === INTRODUCTION)).map((section) => partOf(reference, section)),
    record: report.record && report.asOf ? { lead: recordWords.lead(longDate(report.asOf)), parts: recordParts(report.record, report.asOf) } : undefined,
    recommend: recommendOf(report),
    recordTitle: recordWords.title,
    errors: before ? findings.flatMap(({ level, message }) => (level === 'error' ? [message] : [])) : [],
    warnings: before
      ? findings.filter((finding) => finding.level === 'warning' && !isAcknowledged(finding, acknowledgements)).map(({ message, key }) => ({ text: message, href: paths.warning(reference, key) }))
      : [],
    acknowledged: acknowledgements.map(({ message, actorName, at, reason }) => ({ text: `${message} (${actorName}, ${longDateTime(at)})`, reason })),
    replies: replies.map(({ window, sectionId, organisation, state: standing }) => ({
      mission: `${window.number}: ${sections.find(({ id }) => id === sectionId)?.mission?.focusArea ?? ''}`, who: organisation?.name ?? reportsWords.parts.vacancy, state: FACT_CHECK_REPLY_STATES[standing],
    })),
    history: events.map(({ action, text, actorName, at }) => ({ title: [reportsWords.history[action], text].filter(Boolean).join(': '), when: `${actorName}, ${longDateTime(at)}` })),
  };
}

function recommendOf({ reference, state, recommendations }: ReportWorkspace['report']): WorkspacePage['recommend'] {
  const writing = state === 'writing';
  return {
    words: recordWords.recommend,
    addHref: writing ? paths.recommend(reference) : undefined,
    lines: recommendations.map((one) => ({ text: one.reference === null ? one.text : `${one.reference}: ${one.text}`, removeHref: writing && one.reference === null ? paths.unrecommend(reference, one.id) : undefined })),
  };
}

function factsOf({ report, windows }: Pick<ReportWorkspace, 'report' | 'windows'>): WorkspacePage['facts'] {
  const { reference, framework, asOf, publishAt, editions, correctionNote } = report;
  const last = windows.at(-1);
  return [
    { key: words.facts.reference, text: reference },
    { key: words.facts.framework, text: framework.title },
    { key: words.facts.asOf, text: asOf === null ? words.facts.notAssembled : longDate(asOf) },
    { key: words.facts.edition, text: String(editions + 1) },
    ...(correctionNote === null ? [] : [{ key: words.facts.note, text: correctionNote }]),
    ...(last ? [{ key: words.facts.window, text: words.window(last.number, longDate(last.opensOn), longDate(last.closesOn), words.windowStates[last.state]) }] : []),
    ...(publishAt === null ? [] : [{ key: words.facts.publishAt, text: longDateTime(publishAt) }]),
    ...publicDates(report).map((line) => ({ key: line.slice(0, line.indexOf(':')), text: line.slice(line.indexOf(':') + 2) })),
  ];
}

function movesOf(report: ReportWorkspace['report'], actor: Actor): WorkspacePage['moves'] {
  const { reference, state, asOf, editions } = report;
  const hrefs: Partial<Record<ReportAction, string>> = {
    'open-window': paths.openWindow(reference), revise: paths.revise(reference), schedule: paths.schedule(reference), recall: paths.recall(reference), correct: paths.correct(reference), [editions === 0 ? 'drop' : 'drop-correction']: editions === 0 ? paths.drop(reference) : paths.dropCorrection(reference),
  };
  const next = nextActions(REPORT_WORKFLOW, state, positionsTowardsReport(actor, report)).flatMap(({ action, label }) => (hrefs[action] === undefined ? [] : [{ text: label, href: hrefs[action], primary: false }]));
  const assemble = state === 'writing' ? [{ text: asOf === null ? words.assemble : words.assembleAgain, href: paths.assemble(reference), primary: asOf === null }] : [];
  if (state === 'dropped') return [];
  return [...assemble, ...next, { text: words.recordDates, href: paths.dates(reference), primary: false }];
}

function partOf(reference: string, { key, mission, version, checkedVersion, facts }: ReportSection): WorkspacePart {
  return {
    title: mission ? reportsWords.mission(mission.number, mission.focusArea) : words.introduction,
    href: paths.text(reference, mission ? key : INTRODUCTION_SLUG),
    text: version === 0 ? words.noText : words.version(version),
    facts: mission ? (facts ? words.assembled : words.notAssembledShort) : words.notNeeded,
    check: mission ? (checkedVersion === version ? words.checked : words.unchecked) : words.notNeeded,
  };
}
