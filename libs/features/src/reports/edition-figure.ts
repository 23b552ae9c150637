import { isOffTrackOrWorse, type Verdict, VERDICT_SLUGS, VERDICTS } from '#domain/judgements/verdict.js';
import { type EditionDocument } from '#domain/reports/edition-document.js';
import { barChartSvg } from '#platform/charts/bar-chart.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { longDate } from '#platform/pages/dates.js';
import { recordWords } from './record.words.js';

const words = recordWords.figure;

export interface EditionFigure {
  figure: ChartFigure;
  /** The whole picture in words, for those who only hear it. */
  inWords: string;
}

/** How the missions of an edition stood, by the figures and by the council. @param csv address of the edition's CSV, where the page can link to it */
export async function editionFigure({ missions, asOf }: EditionDocument, csv?: string): Promise<EditionFigure> {
  const rows = [...VERDICT_SLUGS, null].flatMap((verdict) => {
    const figures = missions.filter(({ computed }) => (computed?.verdict ?? null) === verdict).length;
    const council = missions.filter((mission) => (mission.council?.verdict ?? null) === verdict).length;
    return figures + council === 0 ? [] : [{ label: labelOf(verdict), value: figures, mark: council }];
  });
  const off = missions.filter(({ computed }) => computed !== null && isOffTrackOrWorse(computed.verdict)).length;
  const title = words.title(off, missions.length);
  const subtitle = words.subtitle(longDate(asOf));
  const svg = await barChartSvg({ title, subtitle, yTitle: words.unit, barName: words.figures, markName: words.council, bars: rows });
  return {
    figure: {
      id: 'standing', title, subtitle, svg, notes: [],
      table: {
        caption: words.table,
        head: [{ text: words.verdict, numeric: false }, { text: words.figures, numeric: true }, { text: words.council, numeric: true }],
        rows: rows.map(({ label, value, mark }) => ({ heading: label, cells: [value, mark].map((count) => ({ text: String(count), numeric: true })) })),
      },
      ...(csv === undefined ? {} : { csv: { href: csv, text: words.csv } }),
    },
    inWords: `${title}. ${subtitle}. ${rows.map(({ label, value, mark }) => words.row(label, value, mark)).join('; ')}.`,
  };
}

function labelOf(verdict: Verdict | null): string {
  return verdict === null ? words.notJudged : VERDICTS[verdict];
}
