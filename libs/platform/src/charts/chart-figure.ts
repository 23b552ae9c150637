/** A chart as a page shows it: headline, what is drawn, picture, notes, and everything in it again as a table and a file. */
export interface ChartFigure {
  /** Unique on the page. */
  id: string;
  title: string;
  subtitle: string;
  /** What it is drawn for, where one page draws a series more than once: tells the pictures apart for those who only hear them. */
  purpose?: string;
  /** From `seriesChartSvg`. */
  svg: string;
  notes: string[];
  table: FigureTable;
  csv?: { href: string; text: string };
}

export interface FigureTable {
  caption: string;
  head: { text: string; numeric: boolean }[];
  rows: { heading: string; cells: { text: string; numeric: boolean }[] }[];
}
