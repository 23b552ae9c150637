import { type DataSource } from 'typeorm';
import { parsePeriod } from '#domain/observations/period.js';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Observation } from '#features/observations/observation.entity.js';
import { ReleaseMetric } from '#features/releases/release-metric.entity.js';
import { Release } from '#features/releases/release.entity.js';

/** Area code, period as in the files, value, marker. */
export type ReleasedCell = readonly [area: string, period: string, value: number | null, status?: string];

export interface ReleaseToSave {
  /** Null where nobody has said. */
  publishedAt: string | null;
  importedAt?: string;
  wholeSeries?: boolean;
  startsNewSeries?: boolean;
  cells: readonly ReleasedCell[];
}

let files = 0;

/** A metric in per cent, rounded to whole ones. */
export async function saveMetric(dataSource: DataSource, over: Partial<Metric> = {}): Promise<Metric> {
  return dataSource.getRepository(Metric).save({
    slug: 'key-stage-2', name: 'Pupils at the expected standard', indicators: ['KS2'], unit: '%', measure: 'Percentage', direction: 'higher-is-better',
    decimals: 0, roundingUnit: 1, basis: 'not-money', place: 'not-applicable', geography: 'utla',
    source: { publisher: 'Department for Education', title: 'Key stage 2', licence: 'OGL' }, caveat: null, proxyFor: null, proxyNote: null,
    partOf: null, exploratory: false, countBehind: null, ...over,
  });
}

export async function saveArea(dataSource: DataSource, code: string, over: Partial<Area> = {}): Promise<Area> {
  return dataSource.getRepository(Area).save({ code, name: `Area ${code}`, level: 'unitary', country: 'England', parentCode: null, confirmed: true, ...over });
}

/** A release of a metric with its cells, as the import would leave them; areas that are not there yet are made. */
export async function saveRelease(dataSource: DataSource, metric: Metric, given: ReleaseToSave): Promise<Release> {
  const publishedAt = given.publishedAt === null ? null : new Date(given.publishedAt);
  const importedAt = new Date(given.importedAt ?? given.publishedAt ?? '2026-01-01T09:30:00Z');
  const release = await dataSource.getRepository(Release).save({
    checksum: `factory ${++files}`, fileName: `figures-${files}.csv`, publisher: 'Department for Education', publishedOn: given.publishedAt?.slice(0, 10) ?? null,
    publishedAt, importedAt, importedBy: 'test', rowsRead: given.cells.length, rowsWithValue: given.cells.length, rowsMissing: 0, unconfirmedAreas: [],
  });
  const codes = [...new Set(given.cells.map(([code]) => code))];
  for (const code of codes) if (!(await dataSource.getRepository(Area).existsBy({ code }))) await saveArea(dataSource, code);
  const areas = new Map((await dataSource.getRepository(Area).find()).map(({ code, id }) => [code, id]));
  const rows = given.cells.map(([code, text, value, status]) => {
    const period = parsePeriod(text);
    if (!period) throw new Error(`${text} is no period`);
    return { metricId: metric.id, areaId: areas.get(code) ?? 0, periodStart: period.start, periodMonths: period.months, releaseId: release.id, value, status: status ?? null };
  });
  await dataSource.getRepository(Observation).insert(rows);
  await dataSource.getRepository(ReleaseMetric).insert({
    metricId: metric.id, releaseId: release.id, rows: rows.length, wholeSeries: given.wholeSeries ?? false, startsNewSeries: given.startsNewSeries ?? false,
  });
  return release;
}
