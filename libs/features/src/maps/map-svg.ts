import { plainSvg, svgText } from '#platform/charts/plain-svg.js';
import { type BoundaryFile } from './boundary-file.entity.js';
import { type MetricMap } from './metric-map.js';

/** Shades of one blue, the lowest first: told apart in grey too. */
export const SHADES: readonly string[] = ['#deebf7', '#9ecae1', '#4a98c9', '#1f6cb0', '#08306b'];
const INK = '#0b0c0c';
/** From this shade on letters and borders are white. */
const DARK = 3;

export const HATCH = '<defs><pattern id="waymark-no-figure" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="white"/><path d="M0,0V6" stroke="#505a5f" stroke-width="2"/></pattern></defs>';
const NO_FIGURE = 'url(#waymark-no-figure)';

/** Which shades so many classes have: always from the lightest to the darkest. */
export function shadeOf(index: number, classes: number): number {
  return classes < 2 ? 2 : Math.round((index * (SHADES.length - 1)) / (classes - 1));
}

export function colourOf(shade: number): string {
  return shade < 0 ? NO_FIGURE : (SHADES[shade] ?? INK);
}

/** A path for each place, in groups by their shade. */
export function mapSvg({ width, height }: Pick<BoundaryFile, 'width' | 'height'>, map: MetricMap, words: { title: string; description: string; figureOf: (value: number) => string; noFigure: string }): string {
  const shadeIn = (index: number): number => (index < 0 ? -1 : shadeOf(index, map.classes.length));
  const groups = [-1, ...map.classes.keys()].map((index) => {
    const paths = map.places.filter(({ shade }) => shade === index).map(({ shape, point }) => `<path d="${shape.path}"><title>${svgText(`${shape.name}: ${point ? words.figureOf(point.value) : words.noFigure}`)}</title></path>`);
    return paths.length === 0 ? '' : `<g fill="${colourOf(shadeIn(index))}"${shadeIn(index) >= DARK ? ' stroke="white"' : ''}>${paths.join('')}</g>`;
  });
  const labels = map.places.flatMap(({ shape, shade }) => {
    const [, x, y] = /^M(-?[\d.]+),(-?[\d.]+)/.exec(shape.path) ?? [];
    if (shape.label === null || x === undefined || y === undefined) return [];
    const ink = shadeIn(shade) >= DARK ? 'white' : INK;
    // on hatching letters need a ground of their own
    const ground = shade < 0 ? ` stroke="white" stroke-width="4" paint-order="stroke"` : '';
    return [`<text x="${Number(x) + 19}" y="${Number(y) + 24}" fill="${ink}"${ground}>${svgText(shape.label)}</text>`];
  });
  const letters = labels.length > 0 ? `<g font-family="Arial, sans-serif" font-size="13" text-anchor="middle">${labels.join('')}</g>` : '';
  return plainSvg({ width, height, title: words.title, description: words.description, body: `${HATCH}<g stroke="${INK}" stroke-width="0.3" fill-rule="evenodd">${groups.join('')}</g>${letters}` });
}
