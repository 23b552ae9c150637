import { readFileSync } from 'node:fs';
import path from 'node:path';
import { systemActor } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { UsersService } from '#features/access/users.service.js';
import { AreasService } from '#features/areas/areas.service.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { type TestApplication } from '../support/application.js';

const ACTOR = systemActor('command', 'test');

/** Columns of the current layout of the ONS. */
export const HEADER = 'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';

/** A row that the example's catalogue and register know; a case changes one thing about it. */
export const ROW = 'E92000001,England,Nation,Employment rate,2023-01-01/P1Y,75.5,Percentage,%,75.1,75.9,,';

/** A file of the current layout. */
export function csvOf(...rows: string[]): Buffer {
  return Buffer.from([HEADER, ...rows, ''].join('\r\n'));
}

/** The example's catalogue and areas, two statisticians, and people who are none; all are signed in as with one click. */
export async function saveStatisticsOffice(waymark: TestApplication): Promise<void> {
  const text = (file: string): string => readFileSync(path.resolve('example', file), 'utf8');
  await waymark.get(MetricsService).importCatalogue(ACTOR, { fileName: 'metrics.yml', text: text('catalogue/metrics.yml') });
  await waymark.get(AreasService).importRegister(ACTOR, { fileName: 'areas.csv', text: text('areas/areas.csv') });
  const people: [string, Role[], string][] = [
    ['isaac@ons.example.org', ['statistician'], 'statistics'],
    ['wren@ons.example.org', ['statistician'], 'statistics'],
    ['member@council.example.org', ['council-member'], 'council'],
    ['admin@service.example.org', ['administrator'], 'administration'],
  ];
  for (const [email, roles, organisation] of people) {
    await waymark.get(UsersService).add(ACTOR, { name: email.split('@')[0] ?? '', email, roles, organisation, demo: true });
  }
}
