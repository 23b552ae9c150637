import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type BoundaryShape } from './boundary-file.entity.js';
import { metricMap } from './metric-map.js';
import { tileShapes } from './tile-shapes.js';
import { topologyShapes } from './topology-shapes.js';

const shape = (code: string, start: number | null = null, end: number | null = null): BoundaryShape => ({ layer: 'ltla', code, name: code, start, end, label: null, path: 'M0,0h1v1z' });
const point = (year: number, value: number): SeriesPoint => {
  const period = parsePeriod(`${year}-01-01/P1Y`);
  if (!period) throw new Error('no period');
  return { key: `1/X/${period.key}/1`, period, value };
};

describe('what a map shows', () => {
  it('is the newest period in which at least half of the councils have a figure', () => {
    const figures = new Map([['E06000001', [point(2020, 1), point(2021, 5)]], ['E06000002', [point(2020, 2)]], ['E06000003', [point(2020, 3)]]]);
    expect(metricMap({ shapes: [...figures.keys()].map((code) => shape(code)) }, figures, new Map())?.period.start).toBe('2020-01-01');
  });

  it('has the outlines of the year, a figure of an old code on the new one where the year wants it, and the rest hatched', () => {
    const shapes = [shape('E08000016', null, 2024), shape('E08000038', 2025), shape('E06000001')];
    const found = metricMap({ shapes }, new Map([['E08000016', [point(2023, 7)]]]), new Map([['E08000016', ['E08000038']]]));
    expect(found?.places.map(({ shape: { code }, shade }) => [code, shade])).toEqual([['E06000001', -1], ['E08000016', 0]]);
  });

  it('is nothing without figures or outlines', () => {
    expect(metricMap({ shapes: [] }, new Map([['E06000001', [point(2020, 1)]]]), new Map())).toBeUndefined();
    expect(metricMap({ shapes: [shape('E06000001')] }, new Map(), new Map())).toBeUndefined();
  });
});

describe('files of boundaries', () => {
  it('are tiles with a square each, none on another', () => {
    expect(tileShapes('code,name,label,column,row\nE06000001,Hartlepool,HPL,2,1\n')).toMatchObject({ width: 80, height: 40, shapes: [{ code: 'E06000001', path: 'M41,1h38v38h-38z' }] });
    expect(() => tileShapes('code,name,label,column,row\nE06000001,A,A,1,1\nE06000002,B,B,1,1\n')).toThrow();
  });

  it('are refused where they are no TopoJSON', () => {
    expect(() => topologyShapes('{')).toThrow();
    expect(() => topologyShapes('{"type":"Topology","arcs":[],"objects":{}}')).toThrow();
  });
});
