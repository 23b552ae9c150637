import { type NamedArea, type NamedMetric } from './import-registers.js';
import { type PeriodOfFile } from './metric-of-file.js';

/** One part of a sum; its amount undefined where it is missing. */
export interface SummedPart {
  metric: NamedMetric;
  area: NamedArea;
  period: PeriodOfFile;
  amount: number | undefined;
}

interface Sum {
  columns: string;
  amount: number;
  parts: number;
  missing: number;
}

/** Figures of several rows for one area and period, added up. A sum with a missing part is missing: it would be too small. */
export class SummedFigures {
  private readonly sums = new Map<string, Sum>();

  /** Can the sum still be held with this part? */
  holds(part: SummedPart): boolean {
    return part.amount === undefined || Number.isFinite((this.sums.get(keyOf(part))?.amount ?? 0) + part.amount);
  }

  /** @returns whether it is the first part of its sum */
  add(part: SummedPart): boolean {
    const { metric, area, period, amount } = part;
    const columns = `${metric.id}\t${area.id}\t${period.columns}`;
    const key = keyOf(part);
    const known = this.sums.get(key);
    const sum = known ?? { columns, amount: 0, parts: 0, missing: 0 };
    sum.parts++;
    if (amount === undefined) sum.missing++;
    else sum.amount += amount;
    if (!known) this.sums.set(key, sum);
    return !known;
  }

  /** @returns lines of COPY */
  lines(releaseId: number): string {
    let lines = '';
    for (const { columns, amount, parts, missing } of this.sums.values()) {
      const note = missing > 0 ? `${missing} of ${parts} amounts not published` : parts > 1 ? `Sum of ${parts} rows` : '';
      lines += `${columns}\t${releaseId}\t${missing > 0 ? '\\N' : amount}\t\\N\t\\N\t${missing > 0 ? 'x' : '\\N'}\t${note || '\\N'}\n`;
    }
    return lines;
  }
}

function keyOf({ metric, area, period }: SummedPart): string {
  return `${metric.number}\t${area.number}\t${period.number}`;
}
