import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { PERMISSIONS, type Permission } from '#domain/access/permissions.js';
import { ROUTE_ACCESS, type RouteAccess } from '#features/access/route-access.decorator.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

interface Line {
  method: string;
  path: string;
  permission: string;
  audit: string;
}

const byHand = parse(readFileSync('doc/security/permissions.csv'), { columns: true, comment: '#' }) as (Line & { who: string })[];

/** Every route of every controller, read from the running application. */
function routesOf(waymark: TestApplication): (Line & { handler: string })[] {
  const discovery = new DiscoveryService(waymark.app.get(ModulesContainer));
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ instance, metatype }) => {
    if (!instance || !metatype) return [];
    const prefix = String(reflector.get<string | undefined>(PATH_METADATA, metatype) ?? '/');
    return scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((name) => {
      const handler = (instance as Record<string, () => unknown>)[name];
      const method = handler && reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (!handler || method === undefined) return [];
      const access = reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, handler);
      const paths = [reflector.get<string | string[]>(PATH_METADATA, handler)].flat();
      return paths.map((path) => ({
        method: RequestMethod[method] ?? '?',
        path: `/${[prefix, path].join('/')}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
        permission: access?.permission ?? 'none declared',
        audit: access?.auditEvent ?? 'none declared',
        handler: `${metatype.name}.${name}`,
      }));
    });
  });
}

const key = ({ method, path }: Line): string => `${method} ${path}`;

describe('every route', () => {
  let waymark: TestApplication;
  let routes: (Line & { handler: string })[];

  beforeAll(async () => {
    waymark = await startTestApplication();
    routes = routesOf(waymark);
  });
  afterAll(() => waymark.close());

  it('is in doc/security/permissions.csv, and nothing else is', () => {
    expect(routes.map(key).sort()).toEqual(byHand.map(key).sort());
  });

  it('has the permission and the audit event that are written there', () => {
    const declared = Object.fromEntries(routes.map((route) => [key(route), `${route.permission} ${route.audit}`]));
    const written = Object.fromEntries(byHand.map((line) => [key(line), `${line.permission} ${line.audit}`]));
    expect(declared).toEqual(written);
  });

  it('is open to exactly the roles that are written there', () => {
    for (const line of byHand) {
      const holders: 'anyone' | 'signed-in' | readonly string[] = PERMISSIONS[line.permission as Permission];
      const who = typeof holders === 'string' ? holders : holders.join(' ');
      expect(`${key(line)}: ${who}`).toBe(`${key(line)}: ${line.who}`);
    }
  });

  it('names an audit event wherever something is done', () => {
    // The first of two forms (a decision, a place's reply) keeps its answers in the session; the second does the move.
    expect(routes.filter(({ method, audit }) => method !== 'GET' && audit === 'none').map(key).sort()).toEqual(['POST /places/:code/reply', 'POST /reviews/:id/decide', 'POST /reviews/:id/decide/templates']);
  });

  it('refuses visitors everything that is not for anyone', async () => {
    for (const { method, path, permission } of routes) {
      if (PERMISSIONS[permission as Permission] === 'anyone' || method !== 'GET') continue;
      const address = path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
      const { status, response } = await waymark.open(waymark.visitor(), address);
      // pages lead to the sign-in, the API asks for a token
      const refused = path.startsWith('/api/') ? [401, undefined, 'Bearer realm="Waymark"'] : [303, '/sign-in', undefined];
      expect([address, status, response.headers['location'], response.headers['www-authenticate']]).toEqual([address, ...refused]);
    }
  });
});
