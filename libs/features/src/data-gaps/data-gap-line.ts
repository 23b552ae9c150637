import { type DataGapKind, type DataGapState } from '#domain/data-gaps/data-gap-kind.js';
import { isGapOverdue } from '#domain/data-gaps/date-needed.js';
import { clockDay } from '#features/frameworks/clock-day.js';
import { londonDate } from '#platform/clock/clock.js';
import { type DataGap } from './data-gap.entity.js';
import { ownerOfGap } from './gap-owner.js';

/** A target or mission by its slugs. */
export interface NamedPlace {
  framework: string;
  mission: string;
  name: string;
}

/** A gap as the page, the file and the API tell it. */
export interface DataGapLine {
  reference: string;
  kind: DataGapKind;
  state: DataGapState;
  overdue: boolean;
  metric: { slug: string; name: string };
  geography: string;
  geographyName: string;
  sentence: string;
  mission: NamedPlace;
  targets: (NamedPlace & { slug: string })[];
  /** Null in a vacancy. */
  owner: { slug: string; name: string } | null;
  ownerPerson: string | null;
  plan: string | null;
  resource: string | null;
  /** ISO dates in London. */
  dateNeeded: string;
  openedOn: string;
  lastSeenOn: string;
  closedOn: string | null;
  reason: string | null;
}

/** @param gap with metric, owner, mission, leads and targets; @param today ISO date */
export function dataGapLine(gap: DataGap, today: string): DataGapLine {
  const { reference, kind, state, metric, geography, geographyName, sentence, mission, ownerPerson, plan, resource, dateNeeded } = gap;
  const owner = ownerOfGap(gap, today);
  return {
    ...{ reference, kind, state, geography, geographyName, sentence, ownerPerson, plan, resource, dateNeeded },
    overdue: isGapOverdue(gap, clockDay(mission.framework, today)),
    metric: { slug: metric.slug, name: metric.name },
    mission: { framework: mission.framework.slug, mission: mission.slug, name: mission.focusArea },
    targets: gap.targets.map(({ target }) => ({ framework: target.mission.framework.slug, mission: target.mission.slug, slug: target.slug, name: target.title })),
    owner: owner && { slug: owner.slug, name: owner.name },
    openedOn: londonDate(gap.openedAt),
    lastSeenOn: londonDate(gap.lastSeenAt),
    closedOn: gap.closedAt && londonDate(gap.closedAt),
    reason: gap.stateReason,
  };
}

/** What a list of gaps is cut down to; absent is everything. */
export interface DataGapFilter {
  /** Slug of the framework of a mission that needs it. */
  framework?: string;
  /** `<framework>/<mission>` */
  mission?: string;
  kind?: string;
  /** Slug of the organisation. */
  owner?: string;
  overdue?: boolean;
}

/** A gap is of every mission that has a target in it. `<framework>/<mission>`, each once */
export function missionsOfGap(line: DataGapLine): string[] {
  return [...new Set([line.mission, ...line.targets].map((place) => `${place.framework}/${place.mission}`))];
}

export function matchesFilter(line: DataGapLine, { framework, mission, kind, owner, overdue }: DataGapFilter): boolean {
  const missions = missionsOfGap(line);
  return (
    (!framework || missions.some((of) => of.startsWith(`${framework}/`))) && (!mission || missions.includes(mission)) && (!kind || line.kind === kind) && (!owner || line.owner?.slug === owner) && (!overdue || line.overdue)
  );
}
