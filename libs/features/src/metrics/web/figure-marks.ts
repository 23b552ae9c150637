import { markerOf } from '#features/observations/observations-csv.js';
import { metricPageWords } from '../metric-page.words.js';

const words = metricPageWords.marks;

interface MarkedCell {
  status: string | null;
  /** What it was first published as, where a later release moved it. */
  revisedFrom: number | null;
}

/** "[p]", "[p] [r]" or nothing: the publisher's marker, and [r] where a later release moved the figure. */
export function markOf({ status, revisedFrom }: MarkedCell): string {
  const published = markerOf(status);
  const revised = revisedFrom !== null && published !== '[r]' ? '[r]' : '';
  return [published, revised].filter(Boolean).join(' ');
}

/** What the marks of some cells mean, one sentence for those that occur; none where there are none. */
export function legendOf(cells: readonly MarkedCell[]): string[] {
  const found = new Set(cells.flatMap((cell) => markOf(cell).split(' ')).filter(Boolean));
  if (found.size === 0) return [];
  const meanings = [...found].sort().map((mark) => words.meaning(mark, words.of[mark] ?? words.other));
  return [words.legend(meanings.join('; '))];
}
