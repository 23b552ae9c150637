import { Injectable } from '@nestjs/common';
import { forecastSection } from '#features/forecasts/forecast-section.presenter.js';
import { ForecastsQueries } from '#features/forecasts/forecasts.queries.js';
import { HearingPacksQueries } from '#features/hearing-packs/hearing-packs.queries.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { EnteredRecordsQueries } from '#features/past-days/entered-records.queries.js';
import { pastBanner } from '#features/past-days/past-banner.presenter.js';
import { type PastDay, pastDayOf } from '#features/past-days/past-day.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Mission } from '../mission.entity.js';
import { missionsPaths } from '../missions.paths.js';
import { publishedFiguresOf, publishedSeriesOf } from '../published-figures.js';
import { MissionPageQueries } from './mission-page.queries.js';
import { sectionOf } from './mission-page.service.js';
import { type TargetPage, targetPage, type TargetPageParts } from './target-page.presenter.js';

const A_TARGET = 'That target';

/** Reads the page of one target: as it stands, or as it stood on a day. */
@Injectable()
export class TargetPageService {
  constructor(
    private readonly queries: MissionPageQueries,
    private readonly records: EnteredRecordsQueries,
    private readonly packs: HearingPacksQueries,
    private readonly judgements: JudgementsQueries,
    private readonly observations: PublishedObservationsQueries,
    private readonly forecasts: ForecastsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError where there is no such target. */
  async page(framework: string, mission: string, target: string): Promise<TargetPage> {
    const found = await this.queries.bySlug(framework, mission);
    if (!found) throw ApplicationError.notFound(A_TARGET);
    return targetPage(await this.partsOf(found, target, { on: this.clock.today(), until: this.clock.now() }, false));
  }

  /** @param text the day as the address has it @throws ApplicationError where there was no such target on it */
  async past(framework: string, mission: string, target: string, text: string): Promise<TargetPage> {
    const day = pastDayOf(text, this.clock);
    const { mission: found } = await this.records.mission(framework, mission, day);
    const page = missionsPaths.targetPage(framework, mission, target);
    const banner = pastBanner(day, { page, since: found.framework.publishedOn, today: this.clock.today() });
    return targetPage({ ...(await this.partsOf(found, target, day, true)), past: { banner, day: day.on } });
  }

  private async partsOf(mission: Mission, slug: string, day: PastDay, past: boolean): Promise<TargetPageParts> {
    const target = mission.targets.find((each) => each.slug === slug);
    if (!target) throw ApplicationError.notFound(A_TARGET);
    const [history, resets, series, stored] = await Promise.all([
      this.judgements.historyOfTarget(target.id, day),
      this.packs.resets(mission.id, day),
      this.observations.series(publishedSeriesOf(target), day.until),
      this.forecasts.standing(target.id, day.until),
    ]);
    const computed = new Map(history.slice(0, 1).map((standing) => [target.id, standing]));
    const releases = await this.queries.releaseNames(history[0]?.releaseIds ?? []);
    const figures = publishedFiguresOf(target, series);
    const { slug: id, title, rule, metric } = target;
    const forecast = await forecastSection(stored, { slug: id, title, rule, metric, areaName: figures?.areaName ?? '', points: figures?.series ?? [], csvHref: missionsPaths.targetForecastsCsv(mission.framework.slug, mission.slug, id) });
    return { forecast, mission, target, section: await sectionOf(target, { mission, computed, series, releases, day: day.on, past }), resets, history, today: this.clock.today() };
  }
}
