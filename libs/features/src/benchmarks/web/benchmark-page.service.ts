import { Injectable } from '@nestjs/common';
import { figureInWords } from '#domain/judgements/figure-words.js';
import { isLocalAuthority } from '#domain/areas/area-kind.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { PlacesQueries } from '#features/places/places.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { benchmarksWords as words } from '../benchmarks.words.js';
import { type BenchmarkInPeriod, type PlaceAmongOthers, PlaceBenchmarks } from '../place-benchmarks.service.js';
import { benchmarkPage } from './benchmark-page.presenter.js';
import { benchmarksListPage, type BenchmarksListPage } from './benchmarks-list.presenter.js';

/** A catalogue may hold a measure of income deprivation under any of these slugs. */
const INCOME_DEPRIVATION = /income-depriv/;

/** Reads what the pages of comparison show, each in under fifteen statements. */
@Injectable()
export class BenchmarkPageService {
  constructor(
    private readonly benchmarks: PlaceBenchmarks,
    private readonly metrics: MetricsQueries,
    private readonly places: PlacesQueries,
  ) {}

  /** @throws ApplicationError where there is no such place */
  async list(code: string): Promise<BenchmarksListPage> {
    const [place, catalogue, wanted] = await Promise.all([this.benchmarks.place(code), this.metrics.all(), this.places.missionMetrics()]);
    const metrics = catalogue.filter(({ id }) => wanted.has(id));
    return benchmarksListPage(place, metrics, isLocalAuthority(code) ? await this.benchmarks.latest(place, metrics) : new Map());
  }

  /** @throws ApplicationError where there is no such place or metric */
  async metric(code: string, slug: string): Promise<object> {
    const { place, metric, periods, catalogue } = await this.overTime(code, slug);
    const [replies, deprivation] = await Promise.all([this.places.replies(place.area.id), this.deprivation(place, catalogue)]);
    return benchmarkPage({ place, metric, periods, replies, deprivation });
  }

  /** @throws ApplicationError where there is no such place or metric, or the place is no local authority */
  async overTime(code: string, slug: string): Promise<{ place: PlaceAmongOthers; metric: Metric; periods: BenchmarkInPeriod[]; catalogue: Metric[] }> {
    const [place, catalogue] = await Promise.all([this.benchmarks.place(code), this.metrics.all()]);
    const metric = catalogue.find((each) => each.slug === slug);
    if (!metric || !isLocalAuthority(code)) throw ApplicationError.notFound('That comparison');
    return { place, metric, catalogue, periods: await this.benchmarks.overTime(place, metric) };
  }

  private async deprivation(place: PlaceAmongOthers, catalogue: readonly Metric[]): Promise<{ text: string; href: string | undefined }> {
    const metric = catalogue.find(({ slug }) => INCOME_DEPRIVATION.test(slug));
    const latest = metric && (await this.benchmarks.overTime(place, metric)).at(-1);
    if (!metric || !latest) return { text: words.context.notLoaded, href: undefined };
    return { text: `${figureInWords(latest.benchmark.own.value, metric)} (${latest.period.label})`, href: metricsPaths.metric(metric.slug) };
  }
}
