import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { isOffTrackOrWorse, VERDICTS } from '#domain/judgements/verdict.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { missionQualityPaths } from '#features/mission-quality/mission-quality.paths.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { departmentHref } from '#features/departments/departments.paths.js';
import { type MissionLead } from '#features/missions/mission-lead.entity.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { besideTag, type VerdictTag, verdictTag } from '#features/missions/verdict-tag.js';
import { publicChangesPaths } from '#features/public-changes/public-changes.paths.js';
import { statementsPaths } from '#features/statements/statements.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { councilPaths } from '#features/council/council.paths.js';
import { type FrameworkClosing } from '#features/framework-closings/framework-closing.entity.js';
import { londonDate } from '#platform/clock/clock.js';
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
  department: string;
  council: string;
  /** What is off track, open or overdue, one line each; empty where nothing is. */
  answers: string[];
}

export interface FrameworkPage {
  title: string;
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
}

export interface MissionLine {
  mission: Mission;
  lead: MissionLead | null;
  standing: MissionStanding | undefined;
  openAlerts: number;
  overdueReturns: number;
  /** How late the last return came; undefined where it came in time. */
  cameLate: string | undefined;
}

/** A framework, and its closing where that is announced or done. */
export interface FrameworkStanding {
  framework: Framework;
  closing: FrameworkClosing | null;
}

export function frameworkPage({ framework, closing }: FrameworkStanding, lines: readonly MissionLine[]): FrameworkPage {
  const computed = lines.flatMap(({ standing }) => standing?.computed?.verdict ?? []);
  const { reportDuty } = framework;
  return {
    title: framework.title,
    summary: framework.summary,
    closing: closing && closingNotice(framework, closing),
    closingHref: frameworksPaths.closing(framework.slug),
    whatIs: closing ? undefined : words.closed.whatIs,
    counted: words.counted(computed.filter(isOffTrackOrWorse).length, lines.length),
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
      rows: lines.filter(({ mission }) => mission.objectiveSlug === slug).map((line) => missionRow(framework.slug, line)),
    })),
    method: statementsPaths.method,
    quality: missionQualityPaths.list(framework.slug),
    changes: publicChangesPaths.list,
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

function missionRow(framework: string, { mission, lead, standing, openAlerts, overdueReturns, cameLate }: MissionLine): MissionRow {
  const counts = standing?.computed?.counts;
  return {
    number: mission.number,
    focusArea: mission.focusArea,
    href: missionsPaths.mission(framework, mission.slug),
    lead: leadInWords(lead),
    leadHref: lead ? departmentHref(lead.organisation) : undefined,
    computed: computedCell(standing),
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

function computedCell(standing: MissionStanding | undefined): MissionRow['computed'] {
  const computed = standing?.computed;
  if (!computed) return { tag: undefined, text: words.none.computed };
  return { tag: verdictTag(computed.verdict), text: besideTag(computed.verdict, computed.summary) };
}

function leadInWords(lead: MissionLead | null): string {
  if (!lead) return words.lead.none;
  return lead.basis === 'proposed' ? `${lead.organisation.name} ${words.lead.proposed}` : lead.organisation.name;
}
