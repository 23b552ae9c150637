import { type PeerSeries } from '#domain/forecasts/peer-panel.js';
import type { SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, type Period } from '#domain/observations/period.js';
import { Area } from '#features/areas/area.entity.js';
import { type NewArea } from '#features/observations/import-registers.js';
import { periodOf } from '#features/observations/stored-period.js';

/** Takes the lines that an import would copy into the database, and gives back the series of the file. */
export class FigureLines {
  private readonly byMetric = new Map<number, Map<string, SeriesPoint[]>>();
  private readonly latest = new Map<number, Period>();
  private readonly codes: Map<number, string>;

  /** @param areas by code, those of all files read so far; new ones are added */
  constructor(private readonly areas: Map<string, Area>) {
    this.codes = new Map([...areas.values()].map(({ id, code }) => [id, code]));
  }

  get empty(): boolean {
    return this.byMetric.size === 0;
  }

  addAreas(found: readonly NewArea[]): Promise<Area[]> {
    const added = found.map((area) => Object.assign(new Area(), area, { id: this.areas.size + 1, confirmed: false, validFrom: null, validTo: null }));
    added.forEach((area, index) => {
      area.id += index;
      this.areas.set(area.code, area);
      this.codes.set(area.id, area.code);
    });
    return Promise.resolve(added);
  }

  write(lines: string): Promise<void> {
    for (const line of lines.split('\n')) if (line !== '') this.take(line.split('\t'));
    return Promise.resolve();
  }

  end(): Promise<void> {
    return Promise.resolve();
  }

  count(metricId: number): number {
    return [...(this.byMetric.get(metricId)?.values() ?? [])].reduce((sum, points) => sum + points.length, 0);
  }

  /** Above 0 where this file reaches further for the metric, or as far with more figures. */
  compare(other: FigureLines, metricId: number): number {
    const [own, theirs] = [this.latest.get(metricId), other.latest.get(metricId)];
    return (own && theirs ? comparePeriods(own, theirs) : 0) || this.count(metricId) - other.count(metricId);
  }

  series(metricId: number): PeerSeries[] {
    return [...(this.byMetric.get(metricId) ?? [])].map(([code, points]) => ({ code, points: points.sort((a, b) => comparePeriods(a.period, b.period)) }));
  }

  /** In the order of the columns of `observations`. */
  private take([metric = '', area = '', start = '', months = '', , value = '', lower = '', upper = '', status = '']: string[]): void {
    if (value === '\\N') return;
    const period = periodOf(start, Number(months));
    const code = this.codes.get(Number(area)) ?? '';
    const ofMetric = this.byMetric.get(Number(metric)) ?? new Map<string, SeriesPoint[]>();
    this.byMetric.set(Number(metric), ofMetric);
    const points = ofMetric.get(code) ?? [];
    ofMetric.set(code, points);
    points.push({
      key: `${code}/${period.key}`,
      period,
      value: Number(value),
      ...(lower === '\\N' ? {} : { lower: Number(lower) }),
      ...(upper === '\\N' ? {} : { upper: Number(upper) }),
      ...(status === 'p' ? { provisional: true } : {}),
    });
    const latest = this.latest.get(Number(metric));
    if (!latest || comparePeriods(period, latest) > 0) this.latest.set(Number(metric), period);
  }
}
