import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type Period } from '#domain/observations/period.js';
import { periodOfDay } from './stored-period.js';

/** One cell of one release: area, first day (days since 1970), months, release, rank of the release, figures, marker. */
export type CellRow = [
  areaId: number,
  day: number,
  months: number,
  releaseId: number,
  rank: number,
  value: number | null,
  lower: number | null,
  upper: number | null,
  status: string | null,
];

/** Cells of every release that counts; which of them stands for a cell is decided here, for sorting them in SQL takes longer than reading them. */
export const CELLS = `
  SELECT o.area_id, o.period_start - DATE '1970-01-01', o.period_months, o.release_id, r.rank::integer, o.value, o.lower, o.upper, o.status
    FROM releases_that_count($1, $2, $3) r
    JOIN observations o ON o.metric_id = $1 AND o.release_id = r.release_id
   WHERE o.area_id = ANY($4)`;

/** The publisher's marker of a figure that will still change. */
const PROVISIONAL = 'p';

/** A published figure in a series. Its key is put together when it is asked for, which for most figures is never. */
class Cell implements SeriesPoint {
  readonly period: Period;
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly provisional?: boolean;
  private readonly series: string;
  private readonly releaseId: number;

  constructor(series: string, row: CellRow, value: number) {
    this.period = periodOfDay(row[1], row[2]);
    this.value = value;
    if (row[6] !== null) this.lower = row[6];
    if (row[7] !== null) this.upper = row[7];
    if (row[8] === PROVISIONAL) this.provisional = true;
    this.series = series;
    this.releaseId = row[3];
  }

  get key(): string {
    return `${this.series}/${this.period.key}/${this.releaseId}`;
  }
}

/**
 * Series by the codes of their areas, oldest first: of each cell the release of the highest rank, and blanks absent.
 * @param codes of the areas by their ids
 */
export function seriesOf(rows: readonly CellRow[], metricId: number, codes: ReadonlyMap<number, string>): Map<string, SeriesPoint[]> {
  const byArea = new Map<number, CellRow[]>();
  for (const row of rows) {
    const cells = byArea.get(row[0]);
    if (cells) cells.push(row);
    else byArea.set(row[0], [row]);
  }
  const series = new Map<string, SeriesPoint[]>();
  for (const [areaId, cells] of byArea) {
    const code = codes.get(areaId) ?? '';
    const name = `${metricId}/${code}`;
    const points: SeriesPoint[] = [];
    cells.sort(byTimeThenRank);
    cells.forEach((row, index) => {
      const next = cells[index + 1];
      if (row[5] !== null && !(next && next[1] === row[1] && next[2] === row[2])) points.push(new Cell(name, row, row[5]));
    });
    if (points.length > 0) series.set(code, points);
  }
  return series;
}

function byTimeThenRank(a: CellRow, b: CellRow): number {
  return a[1] - b[1] || a[2] - b[2] || a[4] - b[4];
}
