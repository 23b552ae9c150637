import { Injectable } from '@nestjs/common';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { MissionDates } from '#features/calendar/mission-dates.service.js';
import { ContributionsQueries } from '#features/contributions/contributions.queries.js';
import { clockDay } from '#features/frameworks/clock-day.js';
import { type ComputedStanding, type MissionStanding } from '#features/judgements/mission-standing.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { qualityOfMission } from '#features/mission-quality/quality-section.presenter.js';
import { type NamedSeries, PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { PublicReturnsQueries } from '#features/submissions/public-returns.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { leadOn } from '../lead-on.js';
import { type Mission } from '../mission.entity.js';
import { missionsPaths } from '../missions.paths.js';
import { publishedFiguresOf, publishedSeriesOf } from '../published-figures.js';
import { targetFigure } from '../target-figure.js';
import { targetToJudge } from '../target-to-judge.js';
import { type Target } from '../target.entity.js';
import { AboutMissionQueries } from './about-mission.queries.js';
import { answersNeeded } from './answers-needed.presenter.js';
import { MissionPageQueries } from './mission-page.queries.js';
import { type MissionPage, missionPage } from './mission-page.presenter.js';
import { type TargetSection, targetSection } from './target-section.presenter.js';

/** What the sections of all targets are made from. */
export interface TargetSources {
  mission: Mission;
  /** By the targets' ids. */
  computed: ReadonlyMap<string, ComputedStanding>;
  series: ReadonlyMap<string, NamedSeries>;
  releases: ReadonlyMap<number, string>;
  /** ISO date of the page. */
  day: string;
  /** Is it an old day's page? */
  past: boolean;
}

/** Reads what the public page of a mission shows, in under fifteen statements, and draws its charts. */
@Injectable()
export class MissionPageService {
  constructor(
    private readonly queries: MissionPageQueries,
    private readonly judgements: JudgementsQueries,
    private readonly alerts: AlertsQueries,
    private readonly returns: PublicReturnsQueries,
    private readonly contributions: ContributionsQueries,
    private readonly dates: MissionDates,
    private readonly about: AboutMissionQueries,
    private readonly observations: PublishedObservationsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError where there is no such mission. */
  async page(framework: string, slug: string): Promise<MissionPage> {
    const mission = await this.queries.bySlug(framework, slug);
    if (!mission) throw ApplicationError.notFound('That mission');
    const today = this.clock.today();
    const [standing, alerts, dates, accepted, late, series, { lines: about, contributors }] = await Promise.all([
      this.judgements.standingOf(mission),
      this.alerts.openOfMission(mission.id),
      this.dates.of(mission, today),
      this.returns.lastAccepted(mission.id, today),
      this.contributions.overdue({ missionId: mission.id }, today),
      this.observations.series(mission.targets.flatMap(publishedSeriesOf)),
      this.about.of(mission),
    ]);
    const releases = await this.queries.releaseNames((standing?.targets ?? []).flatMap(({ computed }) => computed?.releaseIds ?? []));
    const sources = { mission, computed: verdictsOf(standing), series, releases, day: today, past: false };
    return missionPage({
      mission,
      lead: leadOn(mission, today),
      contributors,
      standing,
      answers: answersNeeded(alerts, dates.overdue, clockDay(mission.framework, today), late),
      targets: await Promise.all(mission.targets.map((target) => sectionOf(target, sources))),
      accepted,
      about,
      today,
      dates,
      quality: qualityOfMission(mission, standing?.review ?? null, today),
    });
  }
}

export async function sectionOf(target: Target, { mission, computed: verdicts, series, releases, day, past }: TargetSources): Promise<TargetSection> {
  const computed = verdicts.get(target.id) ?? null;
  const { metric } = target;
  const page = missionsPaths.targetPage(mission.framework.slug, mission.slug, target.slug);
  const figures = publishedFiguresOf(target, series);
  return targetSection({
    target,
    computed,
    areaName: figures?.areaName,
    releases: (computed?.releaseIds ?? []).flatMap((id) => releases.get(id) ?? []),
    figure: computed && figures && metric ? await targetFigure({ id: `${target.slug}-chart`, target, metric, computed, toJudge: targetToJudge(target, figures) }) : undefined,
    csvHref: past ? metric?.slug && metricsPaths.pastObservationsCsv(metric.slug, day) : missionsPaths.targetCsv(mission.framework.slug, mission.slug, target.slug),
    pageHref: past ? pastDaysPaths.page(page, day) : page,
    day,
  });
}

/** The computed judgements that stand, by the targets' ids. */
export function verdictsOf(standing: MissionStanding | null): Map<string, ComputedStanding> {
  return new Map((standing?.targets ?? []).flatMap(({ targetId, computed }) => (computed ? [[targetId, computed] as const] : [])));
}
