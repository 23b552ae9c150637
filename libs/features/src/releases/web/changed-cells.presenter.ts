import { differenceInWords, figureInWords, type FigureStyle } from '#domain/judgements/figure-words.js';
import { periodOf } from '#features/observations/stored-period.js';
import { type ChangedCell } from '../revisions.queries.js';
import { releasesWords } from '../releases.words.js';

const words = releasesWords.changes;

/** A changed figure as a table shows it. */
export interface CellLine {
  area: string;
  period: string;
  before: string;
  after: string;
  change: string;
  what: string;
}

export function cellLine({ area, start, months, kind, before, after, relative }: ChangedCell, style: FigureStyle): CellLine {
  const figure = (value: number | null): string => (value === null ? words.blank : figureInWords(value, style));
  return {
    area: area.name,
    period: periodOf(start, months).label,
    before: figure(before),
    after: figure(after),
    change: before === null || after === null ? '' : changeInWords(after - before, relative, style),
    what: words.kind[kind],
  };
}

/** "−24 percentage points (−41.4%)" */
function changeInWords(difference: number, relative: number | null, style: FigureStyle): string {
  const sign = difference < 0 ? '−' : '+';
  const share = relative === null ? '' : ` (${sign}${Math.abs(relative * 100).toFixed(1)}%)`;
  return `${sign}${differenceInWords(difference, style)}${share}`;
}
