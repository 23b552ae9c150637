import { geoTransverseMercator } from 'd3-geo';
import { feature } from 'topojson-client';
import { type GeometryCollection, type Topology } from 'topojson-specification';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type BoundaryShape } from './boundary-file.entity.js';

/** Layers that figures are published for. */
const LAYERS = ['ltla', 'utla', 'rgn', 'ctry'];
const WIDTH = 480;
/** Islets smaller than so many square units are left out of a place that has more than them: nobody could see them. */
const LEAST_RING = 0.3;

type Ring = [number, number][];
interface Properties {
  areacd?: string;
  areanm?: string;
  start?: number;
  end?: number;
}

/**
 * Outlines of a TopoJSON, projected as the national grid is, one path a place with a decimal at most.
 * @throws ApplicationError for a file that is no TopoJSON with one of the layers
 */
export function topologyShapes(text: string): { width: number; height: number; shapes: BoundaryShape[] } {
  const topology = readTopology(text);
  const project = geoTransverseMercator().rotate([2, 0]).scale(1000).translate([0, 0]);
  const places = LAYERS.flatMap((layer) => {
    const object = topology.objects[layer];
    if (object?.type !== 'GeometryCollection') return [];
    return feature(topology, object as GeometryCollection<Properties>).features.map(({ geometry, properties }) => ({
      layer,
      properties,
      rings: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [])
        .flat()
        .map((ring) => ring.map(([longitude = 0, latitude = 0]): [number, number] => project([longitude, latitude]) ?? [0, 0])),
    }));
  });
  if (places.length === 0) throw unreadable(`it has none of the layers ${LAYERS.join(', ')}`);
  const [left, top, right, bottom] = boundsOf(places.flatMap(({ rings }) => rings));
  const scale = WIDTH / (right - left);
  const shapes = places.map(({ layer, properties, rings }): BoundaryShape => ({
    layer,
    code: properties.areacd ?? '',
    name: (properties.areanm ?? properties.areacd ?? '').trim(),
    start: properties.start ?? null,
    end: properties.end ?? null,
    label: null,
    path: pathOf(rings.map((ring) => ring.map(([x, y]): [number, number] => [Math.round((x - left) * scale * 10), Math.round((y - top) * scale * 10)]))),
  }));
  const nameless = shapes.find(({ code }) => !/^[A-Z]\d{8}$/.test(code));
  if (nameless) throw unreadable(`the layer ${nameless.layer} has a shape without a code in “areacd”`);
  return { width: WIDTH, height: Math.ceil((bottom - top) * scale), shapes };
}

function readTopology(text: string): Topology {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw unreadable('it is no JSON');
  }
  const found = read as Partial<Topology> | null;
  if (found?.type !== 'Topology' || typeof found.objects !== 'object' || !Array.isArray(found.arcs)) throw unreadable('it is no TopoJSON');
  return found as Topology;
}

function unreadable(why: string): ApplicationError {
  return ApplicationError.invalid([{ code: 'boundaries', message: `The file of boundaries cannot be read: ${why}`, field: 'file' }]);
}

function boundsOf(rings: readonly Ring[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    }
  }
  return bounds;
}

/** @param rings in whole tenths, so that steps from point to point never add up an error of rounding */
function pathOf(rings: readonly Ring[]): string {
  const bySize = rings.map((ring) => ({ ring, size: Math.abs(doubleArea(ring)) / 200 })).sort((a, b) => b.size - a.size);
  return bySize.filter(({ size }, index) => index === 0 || size >= LEAST_RING).map(({ ring }) => ringPath(ring)).join('');
}

function ringPath(ring: Ring): string {
  const [[startX, startY] = [0, 0], ...rest] = ring;
  let [x, y] = [startX, startY];
  let path = `M${tenths(startX)},${tenths(startY)}l`;
  let steps = 0;
  for (const [nextX, nextY] of rest) {
    const [dx, dy] = [nextX - x, nextY - y];
    // steps of less than half a unit are not seen at this size
    if (Math.hypot(dx, dy) < 6) continue;
    path += `${steps > 0 && dx >= 0 ? ' ' : ''}${tenths(dx)}${dy >= 0 ? ',' : ''}${tenths(dy)}`;
    [x, y] = [nextX, nextY];
    steps += 1;
  }
  return steps > 0 ? `${path}z` : `M${tenths(startX - 2)},${tenths(startY - 2)}h.4v.4h-.4z`;
}

function tenths(whole: number): string {
  return String(whole / 10).replace(/^(-?)0\./, '$1.');
}

function doubleArea(ring: Ring): number {
  return ring.reduce((total, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return total + x * nextY - nextX * y;
  }, 0);
}
