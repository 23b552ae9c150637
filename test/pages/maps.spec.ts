import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { systemActor } from '#domain/access/permissions.js';
import { BoundariesService } from '#features/maps/boundaries.service.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const PAY = '/figures/gross-median-weekly-pay';
const ACTOR = systemActor('command', 'import boundaries');
/** Two unit squares side by side, the second drawn only until 2024. */
const TOPOLOGY = JSON.stringify({
  type: 'Topology',
  arcs: [[[-2, 53], [-2, 54], [-1, 54], [-1, 53], [-2, 53]], [[-1, 53], [-1, 54], [0, 54], [0, 53], [-1, 53]]],
  objects: {
    ltla: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0]], properties: { areacd: 'E08000003', areanm: 'Manchester' } },
        { type: 'Polygon', arcs: [[1]], properties: { areacd: 'E07000001', areanm: 'Former', end: 2024 } },
        { type: 'Polygon', arcs: [[1]], properties: { areacd: 'E07000002', areanm: 'Without', start: 2025 } },
      ],
    },
  },
});

describe('maps', () => {
  let database: TestDatabase;
  let waymark: TestApplication;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  const open = (address: string) => waymark.open(waymark.visitor(), address);

  it('draw tiles for the example, in five shades at most, with a key in words and a table by name', async () => {
    const { result, statements } = await statementsOf(() => open(`${PAY}/map`));
    const { status, $, response } = result;
    expect(status).toBe(200);
    expect($('main svg[role=img] path[d]').length).toBeGreaterThan(40);
    expect($('main svg[role=img] title').first().text()).toContain('Map');
    expect($('main svg[role=img] desc')).toHaveLength(1);
    expect($('svg[aria-hidden] rect').length).toBeLessThanOrEqual(6);
    const names = $('tbody th').toArray().map((each) => $(each).text());
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
    // the figure published under the old code stands on the tile of the new one
    expect($('tbody tr:contains("Barnsley")').text()).toContain('£');
    expect(await faultsOf(response.text)).toEqual([]);
    expect(statements.length).toBeLessThan(15);
  });

  it('say in the table which shade each place has, as the picture and the file do', async () => {
    const { $ } = await open(`${PAY}/map`);
    const file: Record<string, string>[] = parse((await open(`${PAY}/map.csv`)).response.text, { columns: true });
    const classes = new Map(file.map(({ area_code, class: shade }) => [area_code, shade]));
    const keys = $('main ul li:has(svg)').toArray().map((each) => $(each).text().trim());
    const drawn = keys.filter((text) => text.startsWith('Shade ')).length;
    expect(keys[0]).toMatch(new RegExp(`^Shade 1 of ${drawn}, the lightest: £`));
    const counted = new Map<string, number>();
    for (const row of $('tbody tr').toArray()) {
      const [, code = ''] = /\((\w+)\)$/.exec($(row).find('th').text()) ?? [];
      const said = $(row).find('td').last().text();
      expect(said.startsWith(classes.get(code) ? `Shade ${classes.get(code)} of ${drawn}` : 'Hatched')).toBe(true);
      counted.set(said, (counted.get(said) ?? 0) + 1);
    }
    // the key counts the places of each shade: the table has as many
    for (const [said, count] of counted) {
      const [, shade = '', range = ''] = /^(.*) \((.*)\)$/.exec(said) ?? [];
      expect(keys).toContain(said === 'Hatched' ? `Hatched: no figure (${count} place${count === 1 ? '' : 's'})` : `${shade}: ${range} (${count} place${count === 1 ? '' : 's'})`);
    }
  });

  it('stand on the page of a metric as a picture with words', async () => {
    const { $ } = await open(PAY);
    // a wider one makes the page scroll sideways at 320 pixels
    expect(Number($(`main img[src="${PAY}/map.svg"]`).attr('width'))).toBeLessThanOrEqual(290);
    expect($(`main a[href="${PAY}/map"]`)).toHaveLength(1);
    expect((await open(`${PAY}/map`)).$(`main a[href="${PAY}"]`)).toHaveLength(1);
    expect((await waymark.visitor().get('/sitemap.xml')).text).toContain(`${PAY}/map<`);
    expect($(`main img[src="${PAY}/map.svg"]`).attr('alt')).toContain('Map of the latest figures');
    const { response } = await open(`${PAY}/map.svg`);
    expect(response.headers['content-type']).toContain('image/svg+xml');
  });

  it('are a file too', async () => {
    const address = `${PAY}/map.csv`;
    const { response } = await open(address);
    const rows: Record<string, string>[] = parse(response.text, { columns: true });
    expect(rows.find(({ area_code }) => area_code === 'E08000003')?.['value']).toMatch(/^\d+/);
    const metadata = await open(`${address}-metadata.json`);
    expect(csvwFaultsOf(JSON.parse(metadata.response.text), { address, text: response.text })).toEqual([]);
  });

  it('take the outlines of the year from the newest file, hatch what has no figure, and load nothing twice', async () => {
    const boundaries = waymark.get(BoundariesService);
    expect(await boundaries.importFile(ACTOR, { fileName: 'topo.json', text: TOPOLOGY })).toEqual({ changed: true, kind: 'outlines', shapes: 3 });
    expect(await boundaries.importFile(ACTOR, { fileName: 'topo.json', text: TOPOLOGY })).toMatchObject({ changed: false });
    const { $ } = await open(`${PAY}/map`);
    expect($('tbody th').toArray().map((each) => $(each).text())).toEqual(['Manchester (E08000003)', 'Without (E07000002)']);
    expect($('g[fill="url(#waymark-no-figure)"] path')).toHaveLength(1);
    await expect(boundaries.importFile(ACTOR, { fileName: 'x.json', text: '{}' })).rejects.toMatchObject({ reasons: [{ message: expect.stringContaining('no TopoJSON') }] });
  });

  it('weigh under 100 kB on the published outlines', async () => {
    const file = path.join(process.env['WAYMARK_TEST_SHARED_DATA'] ?? '../shared/data', 'geography', 'topo.json');
    if (!existsSync(file)) return void process.stdout.write('skipped: the published outlines are not here\n');
    await waymark.get(BoundariesService).importFile(ACTOR, { fileName: 'topo.json', text: readFileSync(file, 'utf8') });
    const { $, response } = await open(`${PAY}/map`);
    expect($('main svg[role=img] path[d]').length).toBeGreaterThan(300);
    expect(gzipSync(response.text).length).toBeLessThan(100_000);
    expect(await faultsOf(response.text)).toEqual([]);
  }, 60_000);
});
