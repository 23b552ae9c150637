import { changeSince } from '#domain/judgements/change-since.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { isOffTrackOrWorse, VERDICTS } from '#domain/judgements/verdict.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { missionQualityPaths } from '#features/mission-quality/mission-quality.paths.js';
import { departmentHref } from '#features/departments/departments.paths.js';
import { type MissionLead } from '#features/missions/mission-lead.entity.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { besideTag, type VerdictTag, verdictTag } from '#features/missions/verdict-tag.js';
import { linkToToday, type PastBanner } from '#features/past-days/past-banner.presenter.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { pastDaysWords } from '#features/past-days/past-days.words.js';
import { publicChangesPaths } from '#features/public-changes/public-changes.paths.js';
import { statementsPaths } from '#features/statements/statements.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { councilPaths } from '#features/council/council.paths.js';
import { type FrameworkClosing } from '#features/framework-closings/framework-closing.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { type MissionLine } from './mission-line.js';
import { ALL_MISSIONS, filterForm, matches, type MissionsFilter, type MissionsFilterForm } from './missions-filter.js';
import { frameworksPaths } from '../frameworks.paths.js';
import { type Framework } from '../framework.entity.js';
import { frameworksWords as words } from '../frameworks.words.js';

export interface MissionRow {
  number: number;
  focusArea: string;
  href: string;
  lead: string;
  /** The page of the department that leads. */
  leadHref: string | undefined;
  computed: { tag: VerdictTag | undefined; text: string };
  /** How the computed word moved since a year ago. */
  change: string;
  department: string;
  council: string;
  /** What is off track, open or overdue, one line each; empty where nothing is. */
  answers: string[];
}

export interface FrameworkPage {
  title: string;
  heading: string;
  summary: string;
  /** Where it is closed or will be. */
  closing: { heading: string; why: string; decision: { text: string; href: string }; link: string } | null;
  closingHref: string;
  whatIs: string | undefined;
  counted: string;
  notes: string[];
  columns: typeof words.columns;
  nothing: string;
  /** The missions under each of the framework's objectives. */
  objectives: { id: string; title: string; rows: MissionRow[] }[];
  method: string;
  /** How well the missions are made, side by side. */
  quality: string;
  /** What changed this month. */
  changes: string;
  filter: MissionsFilterForm;
  filterWords: typeof words.filter;
  files: { href: string; text: string }[];
  past: PastBanner | undefined;
  today: { href: string; text: string } | undefined;
}

export interface FrameworkView {
  filter?: MissionsFilter;
  past?: { banner: PastBanner; day: string };
  /** ISO date. */
  today: string;
}

/** A framework, and its closing where that is announced or done. */
export interface FrameworkStanding {
  framework: Framework;
  closing: FrameworkClosing | null;
}

export function frameworkPage({ framework, closing }: FrameworkStanding, all: readonly MissionLine[], { filter = ALL_MISSIONS, past, today }: FrameworkView): FrameworkPage {
  const lines = all.filter((line) => matches(line, filter));
  const computed = all.flatMap(({ standing }) => standing?.computed?.verdict ?? []);
  const { reportDuty } = framework;
  return {
    title: past ? pastDaysWords.title(framework.title, longDate(past.day)) : framework.title,
    heading: framework.title,
    summary: framework.summary,
    closing: closing && closingNotice(framework, closing),
    closingHref: frameworksPaths.closing(framework.slug),
    whatIs: closing || past ? undefined : words.closed.whatIs,
    counted: words.counted(computed.filter(isOffTrackOrWorse).length, all.length),
    notes: [
      words.published(longDate(framework.publishedOn), framework.source),
      ...(reportDuty ? [words.duty(reportDuty.owedBy, reportDuty.basis)] : []),
      ...(lines.some(({ lead }) => lead?.basis === 'proposed') ? [words.proposedNote] : []),
    ],
    columns: words.columns,
    nothing: words.nothing,
    objectives: framework.objectives.map(({ slug, title }) => ({
      id: slug,
      title,
      rows: lines.filter(({ mission }) => mission.objectiveSlug === slug).map((line) => missionRow(framework.slug, line, past?.day)),
    })).filter(({ rows }) => rows.length > 0 || filter === ALL_MISSIONS),
    method: statementsPaths.method,
    quality: missionQualityPaths.list(framework.slug),
    changes: publicChangesPaths.list,
    filter: filterForm(framework.slug, all, filter),
    filterWords: words.filter,
    files: past ? [] : filesOf(framework.slug, filter),
    past: past?.banner,
    today: past ? undefined : linkToToday(frameworksPaths.framework(framework.slug), today),
  };
}

function closingNotice({ closedAt }: Framework, { closesOn, reason, announcedByName, decision }: FrameworkClosing): NonNullable<FrameworkPage['closing']> {
  return {
    heading: closedAt ? words.closed.since(longDate(londonDate(closedAt))) : words.closed.announced(longDate(closesOn)),
    why: words.closed.reason(reason, announcedByName ?? ''),
    decision: { text: `${decision.reference}: ${decision.title}`, href: councilPaths.decision(decision.reference) },
    link: closedAt ? words.closed.edition : words.closed.whatIs,
  };
}

function missionRow(framework: string, { mission, lead, standing, openAlerts, overdueReturns, cameLate, isNew }: MissionLine, day: string | undefined): MissionRow {
  const counts = standing?.computed?.counts;
  return {
    number: mission.number,
    focusArea: mission.focusArea,
    href: day ? pastDaysPaths.page(missionsPaths.mission(framework, mission.slug), day) : missionsPaths.mission(framework, mission.slug),
    lead: leadInWords(lead),
    leadHref: lead ? departmentHref(lead.organisation) : undefined,
    computed: computedCell(standing),
    change: changeInWords(standing, isNew),
    department: standing?.department ? DELIVERY_RATINGS[standing.department.rating].words : words.none.department,
    council: standing?.council ? capitalised(VERDICTS[standing.council.verdict]) : words.none.council,
    answers: [
      ...(counts && counts.offTrackOrWorse > 0 ? [words.offTrack(counts.offTrackOrWorse, counts.headline)] : []),
      ...(openAlerts > 0 ? [words.alerts(openAlerts)] : []),
      ...(overdueReturns > 0 ? [words.overdue(overdueReturns)] : []),
      ...(cameLate === undefined ? [] : [words.cameLate(cameLate)]),
    ],
  };
}

function changeInWords(standing: MissionStanding | undefined, isNew: boolean): string {
  const change = changeSince(standing?.computed?.verdict, standing?.lastYear, !isNew);
  const tellsThen = standing?.lastYear && ['better', 'worse', 'not-judged-now'].includes(change);
  return tellsThen && standing.lastYear ? `${words.change[change]}, ${words.was(VERDICTS[standing.lastYear])}` : words.change[change];
}

function filesOf(slug: string, { lead, status }: MissionsFilter): FrameworkPage['files'] {
  const csv = frameworksPaths.missionsCsv(slug);
  const asked = new URLSearchParams(Object.entries({ lead, status }).filter(([, value]) => value !== '')).toString();
  return [{ href: asked === '' ? csv : `${csv}?${asked}`, text: words.csv }, { href: csvwPath(csv), text: words.csvw }];
}

function computedCell(standing: MissionStanding | undefined): MissionRow['computed'] {
  const computed = standing?.computed;
  if (!computed) return { tag: undefined, text: words.none.computed };
  return { tag: verdictTag(computed.verdict), text: besideTag(computed.verdict, computed.summary) };
}

function leadInWords(lead: MissionLead | null): string {
  if (!lead) return words.lead.none;
  return lead.basis === 'proposed' ? `${lead.organisation.name} ${words.lead.proposed}` : lead.organisation.name;
}
