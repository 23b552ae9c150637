import { SERIES_COLOURS } from './chart-shape.js';
import { plainSvg, svgText, tenth } from './plain-svg.js';

export interface PlottedDot {
  readonly label: string;
  readonly value: number;
  /** As it is printed beside the dot. */
  readonly text: string;
  /** Limits of what is uncertain; both or neither. */
  readonly lower?: number;
  readonly upper?: number;
  /** The one that the picture is about. */
  readonly own?: boolean;
}

export interface DotPlot {
  readonly title: string;
  readonly subtitle: string;
  readonly dots: readonly PlottedDot[];
}

const WIDTH = 600;
const LABELS = 220;
const PLOT_END = 500;
const ROW = 36;
const INK = '#0b0c0c';
const GRID = '#d2d5d6';

/** A row for each figure with a dot on one scale and a bar for its uncertainty. @returns SVG text for a page */
export function dotPlotSvg({ title, subtitle, dots }: DotPlot): string {
  const ends = dots.flatMap(({ value, lower = value, upper = value }) => [value, lower, upper]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  // figures that are all the same stand in the middle
  const x = (value: number): number => (high > low ? LABELS + ((value - low) / (high - low)) * (PLOT_END - LABELS) : (LABELS + PLOT_END) / 2);
  const rows = dots.map(({ label, value, text, lower, upper, own = false }, index) => {
    const y = 20 + index * ROW;
    const colour = own ? (SERIES_COLOURS[2] ?? INK) : (SERIES_COLOURS[0] ?? INK);
    const bar = lower === undefined || upper === undefined ? '' : `<path d="M${tenth(x(lower))},${y}H${tenth(x(upper))}" stroke="${colour}" stroke-width="4" stroke-opacity="0.4"/>`;
    const dot = own ? `<circle cx="${tenth(x(value))}" cy="${y}" r="8" fill="${colour}"/>` : `<circle cx="${tenth(x(value))}" cy="${y}" r="6" fill="white" stroke="${colour}" stroke-width="3"/>`;
    const weight = own ? ' font-weight="bold"' : '';
    return (
      `<path d="M${LABELS},${y}H${PLOT_END}" stroke="${GRID}"/>${bar}${dot}` +
      `<text x="0" y="${y + 5}" font-size="14" fill="${INK}"${weight}>${svgText(label)}</text><text x="${PLOT_END + 16}" y="${y + 5}" font-size="14" fill="${INK}"${weight}>${svgText(text)}</text>`
    );
  });
  return plainSvg({ width: WIDTH, height: 20 + dots.length * ROW, title, description: subtitle, body: `<g font-family="Arial, sans-serif">${rows.join('')}</g>` });
}
