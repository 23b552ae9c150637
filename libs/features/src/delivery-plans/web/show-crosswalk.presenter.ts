import { inSentence } from '#domain/delivery-plans/in-sentence.js';
import { isPlanned } from '#domain/delivery-plans/delivery-plan-content.js';
import { type CrosswalkRow, type MissionCrosswalk, type PlannedMoney } from '#domain/delivery-plans/mission-crosswalk.js';
import { dayOf } from '#domain/delivery-plans/plan-line-texts.js';
import { PROGRAMME_KINDS } from '#domain/delivery-plans/plan-lists.js';
import { millionsInWords, staffInWords } from '#domain/delivery-plans/plan-sums.js';
import { attachmentsPaths } from '#features/attachments/attachments.paths.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { type CrosswalkOfMission } from '../crosswalk.queries.js';
import { crosswalkWords as words } from '../crosswalk.words.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { stateTag } from './dependency-lines.presenter.js';

interface Tag {
  text: string;
  classes: string;
}

interface CrosswalkTableRow {
  department: string;
  part: string;
  plan: string;
  tag: Tag;
  does: string;
  policies: { title: string; lines: string[] }[];
  programmes: { title: string; lines: string[] }[];
  money: string[];
  staff: string;
  /** Of the plan, for whoever may fetch them. */
  files: { text: string; href: string }[];
}

export interface CrosswalkPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  intro: string[];
  rows: CrosswalkTableRow[];
  total: { money: string[]; staff: string };
  years: string[][];
  unplannedClauses: string[];
  unplannedMetrics: string[];
  allPlanned: boolean;
  dependencies: { text: string; tag: Tag; says: string | undefined }[];
  sameMoney: { heading: string; claims: string[] }[];
  csv: { href: string; metadata: string };
}

/** @param council does the reader see delivered plans too? */
export function crosswalkPage({ mission, crosswalk, metricNames, missionNames }: CrosswalkOfMission, council: boolean): CrosswalkPage {
  const { framework, focusArea, slug } = mission;
  const csv = deliveryPlansPaths.crosswalkCsv(framework.slug, slug);
  const { unplannedClauses, unplannedMetrics } = crosswalk;
  return {
    title: words.title(inSentence(focusArea), framework.title),
    breadcrumbs: [
      { text: 'Missions', href: frameworksPaths.home },
      { text: framework.title, href: frameworksPaths.framework(framework.slug) },
      { text: focusArea, href: missionsPaths.mission(framework.slug, slug) },
      { text: 'Plans' },
    ],
    words,
    intro: [words.intro, ...(council ? [words.introCouncil] : [])],
    rows: crosswalk.rows.map(tableRow),
    total: { money: moneyLines(crosswalk.total), staff: staffOf(crosswalk.total.staff) },
    years: crosswalk.years.map(({ coversLabel, department, ...money }) => [coversLabel, department, ...[money.resource, money.capital, money.unsplit, money.total].map(cellOf)]),
    unplannedClauses: unplannedClauses.map(({ text }) => text),
    unplannedMetrics: unplannedMetrics.map((metric) => metricNames.get(metric) ?? metric),
    allPlanned: unplannedClauses.length === 0 && unplannedMetrics.length === 0,
    dependencies: crosswalk.rows.flatMap(openDependencies),
    sameMoney: sameMoneyLines(crosswalk.sameMoney, missionNames),
    csv: { href: csv, metadata: csvwPath(csv) },
  };
}

function tableRow({ plan, part, contribution, policies, programmes, money, staff, attachments }: CrosswalkRow): CrosswalkTableRow {
  return {
    department: plan.department.name,
    part: words.part[part],
    plan: `${plan.reference}, ${plan.coversLabel}`,
    tag: words.standing[plan.standing],
    does: isPlanned(contribution) ? [contribution.contribution, contribution.policies].filter(Boolean).join('\n\n') : words.nothingPlanned,
    policies: policies.map(({ title, owner, ownerJob, startsOn, endsOn, dated }) => ({
      title,
      lines: [words.owner(owner, ownerJob), words.dates(dayOf(startsOn), dayOf(endsOn)), ...dated.map((milestone) => words.milestone(dayOf(milestone.dueOn), milestone.title))].filter(Boolean),
    })),
    programmes: programmes.map(({ title, kind, who, moneyMillions, otherwise }) => ({
      title,
      lines: [kind === '' ? '' : PROGRAMME_KINDS[kind], who, moneyMillions === null ? '' : millionsInWords(moneyMillions), words.otherwise(otherwise)].filter(Boolean),
    })),
    money: moneyLines(money),
    staff: staffOf(staff),
    files: attachments.map(({ id, title, name }) => ({ text: `${title} (${name})`, href: fileOf(id, plan.standing) })),
  };
}

/** What is not public yet is fetched as a reader of the council. */
function fileOf(id: string, standing: CrosswalkRow['plan']['standing']): string {
  return standing === 'delivered' ? attachmentsPaths.file(id) : attachmentsPaths.published(id);
}

/** The total first, then its kinds where it has kinds. */
function moneyLines({ resource, capital, unsplit, total }: PlannedMoney): string[] {
  if (total === undefined) return [words.none];
  const kinds: [string, number | undefined][] = [[words.resource, resource], [words.capital, capital], [words.unsplit, unsplit]];
  return [`${millionsInWords(total)} ${words.totalOf}`, ...kinds.flatMap(([kind, amount]) => (amount === undefined ? [] : [`${millionsInWords(amount)} ${kind}`]))];
}

function staffOf(staff: number | undefined): string {
  return staff === undefined ? words.none : staffInWords(staff);
}

function cellOf(amount: number | undefined): string {
  return amount === undefined ? words.years.none : amount.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}

function openDependencies({ plan, dependencies }: CrosswalkRow): CrosswalkPage['dependencies'] {
  return dependencies
    .filter(({ standing }) => standing.state !== 'confirmed')
    .map(({ departmentName, what, neededBy, standing }) => ({
      text: words.dependencies.line(plan.department.name, departmentName, what, dayOf(neededBy)),
      tag: stateTag(standing.state),
      says: standing.answer && standing.answer.reason !== '' ? words.dependencies.says(standing.answer.reason) : undefined,
    }));
}

function sameMoneyLines(sameMoney: MissionCrosswalk['sameMoney'], missionNames: ReadonlyMap<string, string>): CrosswalkPage['sameMoney'] {
  return sameMoney.map(({ name, moneyMillions, claims }) => ({
    heading: `${name}, ${millionsInWords(moneyMillions)}`,
    claims: claims.map(({ department, mission, title, source }) => words.sameMoney.claim(department, mission === null ? words.sameMoney.general : (missionNames.get(mission) ?? mission), title, source)),
  }));
}
