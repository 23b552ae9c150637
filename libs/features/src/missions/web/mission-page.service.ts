import { Injectable } from '@nestjs/common';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { MissionDates } from '#features/calendar/mission-dates.service.js';
import { ContributionsQueries } from '#features/contributions/contributions.queries.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { qualityOfMission } from '#features/mission-quality/quality-section.presenter.js';
import { type NamedSeries, PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
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
import { answersNeeded } from './answers-needed.presenter.js';
import { MissionPageQueries } from './mission-page.queries.js';
import { type MissionPage, missionPage } from './mission-page.presenter.js';
import { type TargetSection, targetSection } from './target-section.presenter.js';

/** What the sections of all targets are made from. */
interface TargetSources {
  mission: Mission;
  standing: MissionStanding | null;
  series: ReadonlyMap<string, NamedSeries>;
  releases: ReadonlyMap<number, string>;
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
    private readonly observations: PublishedObservationsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError where there is no such mission. */
  async page(framework: string, slug: string): Promise<MissionPage> {
    const mission = await this.queries.bySlug(framework, slug);
    if (!mission) throw ApplicationError.notFound('That mission');
    const today = this.clock.today();
    const [standing, alerts, dates, accepted, late, contributors, series] = await Promise.all([
      this.judgements.standingOfMission(mission.id),
      this.alerts.openOfMission(mission.id),
      this.dates.of(mission, today),
      this.returns.lastAccepted(mission.id, today),
      this.contributions.overdue({ missionId: mission.id }, today),
      this.queries.namesOf(mission.contributors),
      this.observations.series(mission.targets.flatMap(publishedSeriesOf)),
    ]);
    const releases = await this.queries.releaseNames((standing?.targets ?? []).flatMap(({ computed }) => computed?.releaseIds ?? []));
    const sources = { mission, standing, series, releases };
    return missionPage({
      mission,
      lead: leadOn(mission, today),
      contributors,
      standing,
      answers: answersNeeded(alerts, dates.overdue, today, late),
      targets: await Promise.all(mission.targets.map((target) => sectionOf(target, sources))),
      accepted,
      dates,
      quality: qualityOfMission(mission, standing?.review ?? null, today),
    });
  }
}

async function sectionOf(target: Target, { mission, standing, series, releases }: TargetSources): Promise<TargetSection> {
  const computed = standing?.targets.find(({ targetId }) => targetId === target.id)?.computed ?? null;
  const { metric } = target;
  const figures = publishedFiguresOf(target, series);
  return targetSection({
    target,
    computed,
    areaName: figures?.areaName,
    releases: (computed?.releaseIds ?? []).flatMap((id) => releases.get(id) ?? []),
    figure: computed && figures && metric ? await targetFigure({ id: `${target.slug}-chart`, target, metric, computed, toJudge: targetToJudge(target, figures) }) : undefined,
    csvHref: missionsPaths.targetCsv(mission.framework.slug, mission.slug, target.slug),
  });
}
