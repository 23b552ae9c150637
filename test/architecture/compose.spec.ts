import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';
import { readSettings } from '#platform/config/settings.js';

interface Service {
  build?: object;
  image?: string;
  container_name?: string;
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  environment?: Record<string, string>;
  ports?: string[];
}

/** What the linter says of a file; its own types cannot be read by our compiler. */
interface Findings {
  messages: { line: number; rule: string; message: string }[];
}

type Services = Record<string, Service>;

const COMPOSE = 'docker-compose.yml';
const TRIAL = 'docker/compose.trial.yml';
/** What somebody would fill into docker/env.example. */
const FILLED_IN: Record<string, string> = {
  BASE_URL: 'https://waymark.example.org',
  POSTGRES_PASSWORD: 'p'.repeat(48),
  WAYMARK_OWNER_PASSWORD: 'o'.repeat(48),
  WAYMARK_APP_PASSWORD: 'a'.repeat(48),
  SESSION_SECRET: 's'.repeat(48),
  AUDIT_SIGNING_KEY: 'k'.repeat(48),
};

const text = (path: string): string => readFileSync(path, 'utf8');
const load = (path: string): { services: Services } => parse(text(path), { merge: true }) as { services: Services };
const namesIn = (path: string, pattern: RegExp): string[] => [...new Set([...text(path).matchAll(pattern)].map((match) => match[1] ?? ''))].sort();

/** Puts values into `${NAME}`, `${NAME:-default}` and `${NAME:?message}`, as Compose does. @throws Error where a required one is missing. */
function interpolate(value: string, values: Record<string, string>): string {
  return value.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string | undefined, rest: string | undefined) => {
    const given = values[name];
    if (given) return given;
    if (kind === '?') throw new Error(`${name}: ${rest}`);
    return kind === '-' ? (rest ?? '') : '';
  });
}

function environmentOf(service: Service, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, value]) => [name, interpolate(value, values)]));
}

describe.each([COMPOSE, TRIAL])('%s', (path) => {
  it('is valid by the compose specification', () => {
    const schema = JSON.parse(text('node_modules/dclint/schemas/compose.schema.json')) as Record<string, unknown>;
    // The schema names its dialect by https, which no validator knows; Ajv reads draft 7 without being told.
    delete schema['$schema'];
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    ajv.validate(schema, load(path));
    expect(ajv.errors).toBeNull();
  });

  it('leaves the linter nothing to say', () => {
    const results: Findings[] = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] }).lintFiles([path], false);
    expect(results).toHaveLength(1);
    expect(results[0]?.messages.map(({ line, rule, message }) => `${line} ${rule}: ${message}`)).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  let services: Services;
  let processes: [string, Service][];
  beforeAll(() => {
    services = load(COMPOSE).services;
    processes = Object.entries(services).filter(([, service]) => service.build);
  });

  it('runs web, api, worker and migrate from one build', () => {
    expect(processes.map(([name]) => name)).toEqual(['api', 'migrate', 'web', 'worker']);
    expect(new Set(processes.map(([, { build }]) => JSON.stringify(build))).size).toBe(1);
  });

  it('starts programs that are there', () => {
    for (const [name, { command }] of processes) {
      const source = command?.[1]?.replace('dist/', '').replace('.js', '.ts') ?? '';
      expect({ name, node: command?.[0], source, isThere: existsSync(source) }).toEqual({ name, node: 'node', source, isThere: true });
    }
  });

  it('lets every process wait until migrate has succeeded', () => {
    const waiting = processes.filter(([name]) => name !== 'migrate');
    for (const [, { depends_on }] of waiting) expect(depends_on?.['migrate']).toEqual({ condition: 'service_completed_successfully' });
  });

  it('keeps what Redis has acknowledged', () => {
    const command = services['redis']?.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it.each(['api', 'worker', 'migrate', 'postgres', 'redis'])('publishes no port of %s', (name) => {
    expect(services[name]).toBeDefined();
    expect(services[name]?.ports).toBeUndefined();
  });

  it('names no container, so that each service can be scaled', () => {
    expect(Object.values(services).filter((service) => service.container_name)).toEqual([]);
  });

  it('pins every image to a version', () => {
    const images = Object.values(services).flatMap(({ image }) => (image ? [image] : []));
    expect(images).toHaveLength(3);
    for (const image of images) expect(image).toMatch(/:v?\d+\.\d+/);
  });

  it('gives each process an environment that production starts with', () => {
    for (const [, service] of processes) {
      const settings = readSettings({}, environmentOf(service, FILLED_IN));
      expect({ mode: settings.NODE_ENV, demo: settings.WAYMARK_DEMO }).toEqual({ mode: 'production', demo: false });
    }
  });

  it('sets nothing that Waymark does not read', () => {
    const known = namesIn('libs/platform/src/config/settings.ts', /^ {2}([A-Z][A-Z_]+)[?:]/gm);
    for (const [, { environment }] of processes) expect(known).toEqual(expect.arrayContaining(Object.keys(environment ?? {})));
  });

  it("tells the owner's password to migrate alone", () => {
    const told = processes.filter(([, service]) => Object.values(environmentOf(service, FILLED_IN)).some((value) => value.includes('o'.repeat(48))));
    expect(told.map(([name]) => name)).toEqual(['migrate']);
  });

  it.each(Object.keys(FILLED_IN))('refuses to start without %s', (missing) => {
    const values = { ...FILLED_IN, [missing]: '' };
    expect(() => Object.values(services).forEach((service) => environmentOf(service, values))).toThrow(missing);
  });

  it('asks for exactly what docker/env.example explains', () => {
    const asked = [COMPOSE, TRIAL].flatMap((path) => namesIn(path, /\$\{(\w+)/g));
    expect([...new Set(asked)].sort()).toEqual(namesIn('docker/env.example', /^([A-Z_]+)=/gm));
  });
});

describe('docker/compose.trial.yml', () => {
  it('starts every process as a demonstration, with the values of docker/trial.env', () => {
    const values = Object.fromEntries([...text('docker/trial.env').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
    const [base, trial] = [load(COMPOSE).services, load(TRIAL).services];
    expect(Object.keys(trial)).toEqual(['api', 'migrate', 'web', 'worker']);
    for (const [name, service] of Object.entries(trial)) {
      const settings = readSettings({}, { ...environmentOf(base[name] ?? {}, values), ...environmentOf(service, values) });
      expect({ mode: settings.NODE_ENV, demo: settings.WAYMARK_DEMO }).toEqual({ mode: 'development', demo: true });
    }
  });
});
