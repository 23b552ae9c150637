import { SERIES_COLOURS } from './chart-shape.js';
import { plainSvg, svgText, tenth } from './plain-svg.js';

export interface RankPoint {
  /** Of the period; short. */
  readonly label: string;
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

export interface RankChart {
  readonly title: string;
  readonly subtitle: string;
  /** Oldest first. */
  readonly points: readonly RankPoint[];
}

const WIDTH = 600;
const LEFT = 44;
const TOP = 20;
const STEP = 22;
const INK = '#0b0c0c';
const GRID = '#d2d5d6';
/** Labels beyond these would run into one another. */
const MOST_LABELS = 7;

/** The rank over time, 1 at the top, each with the bar of the ranks that it may have. @returns SVG text for a page */
export function rankChartSvg({ title, subtitle, points }: RankChart): string {
  const ranks = Math.max(1, ...points.map(({ of }) => of));
  const bottom = TOP + (ranks - 1) * STEP;
  const gap = points.length > 1 ? (WIDTH - LEFT - 60) / (points.length - 1) : 0;
  const x = (index: number): number => LEFT + 24 + index * gap;
  const y = (rank: number): number => TOP + (rank - 1) * STEP;
  const every = Math.ceil(points.length / MOST_LABELS);
  const grid = Array.from({ length: ranks }, (_, index) => `<path d="M${LEFT},${y(index + 1)}H${WIDTH - 16}" stroke="${GRID}"/><text x="${LEFT - 10}" y="${y(index + 1) + 5}" font-size="14" fill="${INK}" text-anchor="end">${index + 1}</text>`);
  const bars = points.map(({ best, worst }, index) => `<path d="M${tenth(x(index))},${y(best) - 4}V${y(worst) + 4}" stroke="${SERIES_COLOURS[1] ?? INK}" stroke-width="8" stroke-opacity="0.5"/>`);
  const line = points.length > 1 ? `<path d="M${points.map(({ rank }, index) => `${tenth(x(index))},${y(rank)}`).join('L')}" fill="none" stroke="${SERIES_COLOURS[0] ?? INK}" stroke-width="2"/>` : '';
  const dots = points.map(({ rank }, index) => `<circle cx="${tenth(x(index))}" cy="${y(rank)}" r="5" fill="${SERIES_COLOURS[0] ?? INK}"/>`);
  const last = points.length - 1;
  const labels = points.flatMap(({ label }, index) => ((last - index) % every === 0 ? [`<text x="${tenth(x(index))}" y="${bottom + 32}" font-size="13" fill="${INK}" text-anchor="middle">${svgText(label)}</text>`] : []));
  return plainSvg({ width: WIDTH, height: bottom + 44, title, description: subtitle, body: `<g font-family="Arial, sans-serif">${[...grid, ...bars, line, ...dots, ...labels].join('')}</g>` });
}
