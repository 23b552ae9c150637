import { Injectable } from '@nestjs/common';
import { HearingPacksQueries } from '#features/hearing-packs/hearing-packs.queries.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { qualityOfMission } from '#features/mission-quality/quality-section.presenter.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { EnteredRecordsQueries } from '#features/past-days/entered-records.queries.js';
import { pastBanner } from '#features/past-days/past-banner.presenter.js';
import { pastDayOf } from '#features/past-days/past-day.js';
import { Clock } from '#platform/clock/clock.js';
import { leadOn } from '../lead-on.js';
import { missionsPaths } from '../missions.paths.js';
import { publishedSeriesOf } from '../published-figures.js';
import { type MissionPage, missionPage } from './mission-page.presenter.js';
import { AboutMissionQueries } from './about-mission.queries.js';
import { MissionPageQueries } from './mission-page.queries.js';
import { sectionOf, verdictsOf } from './mission-page.service.js';
import { pastAnswers } from './past-answers.presenter.js';
import { pastReturn } from './past-return.presenter.js';

/** The page of a mission as everybody could read it at the end of a day: from rows that are never changed, up to that instant. */
@Injectable()
export class PastMissionPageService {
  constructor(
    private readonly queries: MissionPageQueries,
    private readonly records: EnteredRecordsQueries,
    private readonly packs: HearingPacksQueries,
    private readonly judgements: JudgementsQueries,
    private readonly observations: PublishedObservationsQueries,
    private readonly about: AboutMissionQueries,
    private readonly clock: Clock,
  ) {}

  /** @param text the day as the address has it @throws ApplicationError 404 where there was no such mission on it */
  async page(frameworkSlug: string, slug: string, text: string): Promise<MissionPage> {
    const day = pastDayOf(text, this.clock);
    const { mission, contributors: named } = await this.records.mission(frameworkSlug, slug, day);
    const { framework } = mission;
    const [[found = null], alerts, overdue, returns, series, contributors] = await Promise.all([
      this.judgements.standingsOn([mission], day),
      this.packs.alerts(mission.id, day),
      this.packs.overdue(mission.id, day),
      this.packs.returns(mission.id, day),
      this.observations.series(mission.targets.flatMap(publishedSeriesOf), day.until),
      this.about.contributorsAt(mission.id, day.until),
    ]);
    const standing = withoutHeldRating(found, returns.map(({ reference }) => reference));
    const releases = await this.queries.releaseNames((standing?.targets ?? []).flatMap(({ computed }) => computed?.releaseIds ?? []));
    const sources = { mission, computed: verdictsOf(standing), series, releases, day: day.on, past: true };
    const today = this.clock.today();
    const page = missionsPaths.mission(framework.slug, mission.slug);
    const [last] = returns;
    return missionPage({
      mission,
      lead: leadOn(mission, day.on),
      // by the names that they had
      contributors: contributors.map((body) => ({ ...body, ...(body.to === null ? named.find(({ slug }) => slug === body.slug) : undefined) })),
      standing,
      answers: pastAnswers(alerts, overdue, { on: day.on, titles: new Map(mission.targets.map((target) => [target.slug, target.title])) }),
      targets: await Promise.all(mission.targets.map((target) => sectionOf(target, sources))),
      accepted: last ? pastReturn(last, day.on) : null,
      quality: qualityOfMission(mission, standing?.review ?? null, day.on),
      past: { banner: pastBanner(day, { page, since: framework.publishedOn, today }), day: day.on },
      today,
    });
  }
}

/** A return that was held through a pre-election period kept its rating to itself. */
function withoutHeldRating(standing: MissionStanding | null, publicReturns: readonly string[]): MissionStanding | null {
  if (!standing?.department || publicReturns.includes(standing.department.submissionReference)) return standing;
  return { ...standing, department: null, conflict: false };
}
