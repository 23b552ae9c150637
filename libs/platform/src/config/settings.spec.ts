import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from './settings.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://app:secret@db/waymark',
  SESSION_SECRET: 's'.repeat(32),
  AUDIT_SIGNING_KEY: 'a'.repeat(32),
  BASE_URL: 'https://waymark.example.org',
};

describe('the environment', () => {
  it('has defaults for one machine', () => {
    const settings = readSettings({}, {});
    expect([settings.PORT, settings.HOST, settings.baseUrl, settings.WAYMARK_DEMO, settings.isHttps]).toEqual([
      3000, '127.0.0.1', 'http://localhost:3000', false, false,
    ]);
  });

  it.each([
    ['PORT', 'three thousand'],
    ['PORT', '70000'],
    ['BASE_URL', 'waymark'],
    ['WAYMARK_DEMO', 'perhaps'],
    ['SESSION_SECRET', 'short'],
    ['NODE_ENV', 'live'],
    ['CLAMAV_URL', 'http://clamav'],
    ['CLAMAV_URL', 'clamav:3310'],
  ])('names a bad %s (%s)', (name, value) => {
    expect(() => readSettings({}, { [name]: value })).toThrow(new RegExp(name));
  });

  it('names everything that is wrong at once', () => {
    try {
      readSettings({}, { PORT: 'x', NODE_ENV: 'production' });
      throw new Error('not refused');
    } catch (error) {
      expect((error as SettingsError).problems.map((problem) => problem.split(/[ :]/)[0])).toEqual([
        'PORT', 'DATABASE_URL', 'SESSION_SECRET', 'AUDIT_SIGNING_KEY', 'BASE_URL',
      ]);
    }
  });

  it('starts production with its secrets, the owner’s left to the migration', () => {
    expect(readSettings({}, PRODUCTION).isHttps).toBe(true);
    expect(() => readSettings({}, PRODUCTION).migrationDatabaseUrl).toThrow(/MIGRATION_DATABASE_URL/);
  });

  it('refuses production with the demonstration’s one-click sign-in, which no default can switch on', () => {
    expect(() => readSettings({}, { ...PRODUCTION, WAYMARK_DEMO: '1' })).toThrow(/WAYMARK_DEMO/);
    expect(readSettings({ WAYMARK_DEMO: '1' }, PRODUCTION).WAYMARK_DEMO).toBe(false);
  });

  it.each(['http://waymark.example.org', 'http://10.0.0.5:3000', 'http://localhost.example.org', 'ftp://waymark.example.org'])(
    'refuses production at %s: sign-ins would travel in the clear',
    (address) => {
      expect(() => readSettings({}, { ...PRODUCTION, BASE_URL: address })).toThrow(/BASE_URL/);
    },
  );

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('lets production stand at %s, on one machine', (address) => {
    expect(readSettings({}, { ...PRODUCTION, BASE_URL: address }).isHttps).toBe(false);
  });

  it('never shows a secret in a message', () => {
    expect(() => readSettings({}, { SESSION_SECRET: 'hunter2' })).toThrow(/^(?![^]*hunter2)/);
  });
});
