import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import path from 'node:path';

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === '1' || value === 'true' ? true : value === '0' || value === 'false' || value === '' ? false : value;
const asInteger = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
const emptyIsAbsent = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

/** Every environment variable that Waymark reads, with its meaning. This file alone reads `process.env`. */
export class Settings {
  @IsIn(['production', 'development', 'test'])
  NODE_ENV: 'production' | 'development' | 'test' = 'development';

  /** Port of the web server. */
  @Transform(asInteger) @IsInt() @Min(0) @Max(65535)
  PORT: number = 3000;

  /** Address to listen on. */
  @IsString()
  HOST: string = '127.0.0.1';

  /** Address people type, without a slash at the end; decides secure cookies. */
  @IsOptional() @Transform(emptyIsAbsent) @IsUrl({ require_tld: false, require_protocol: true })
  BASE_URL?: string;

  /** Folder of embedded data, written mail and secrets made on first start. */
  @IsString()
  WAYMARK_DATA_DIR: string = path.resolve('.data');

  /** PostgreSQL as the application's role: no DDL, append-only tables stay so. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  DATABASE_URL?: string;

  /** PostgreSQL as the owner of the schema, used by `migrate` alone. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  MIGRATION_DATABASE_URL?: string;

  /** Most connections a process opens for pages and services. */
  @Transform(asInteger) @IsInt() @Min(2) @Max(200)
  DATABASE_POOL_SIZE: number = 10;

  /** Redis for the queue; without it the queue lives in PostgreSQL. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  REDIS_URL?: string;

  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM: string = 'Waymark <waymark@localhost>';

  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  NOTIFY_API_KEY?: string;

  @IsOptional() @Transform(emptyIsAbsent) @IsUrl({ require_tld: false })
  NOTIFY_BASE_URL?: string;

  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  NOTIFY_TEMPLATE_ID?: string;

  /** ClamAV's daemon, which looks for viruses in attachments: `tcp://host:port`. */
  @IsOptional() @Transform(emptyIsAbsent) @Matches(/^tcp:\/\/[^\s/:@]+(:\d{1,5})?\/?$/, { message: 'CLAMAV_URL must be like tcp://host:3310' })
  CLAMAV_URL?: string;

  /** Where to report a weakness of the service, for `security.txt`: `mailto:`, `https:` or `tel:`. Without it the address of MAIL_FROM. */
  @IsOptional() @Transform(emptyIsAbsent) @Matches(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:[+\d-]+)$/, { message: 'SECURITY_CONTACT must begin with mailto:, https:// or tel:' })
  SECURITY_CONTACT?: string;

  /** The browser that makes PDFs: path of Chromium's program. Without it one is looked for on the PATH. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  WAYMARK_CHROMIUM?: string;

  /** Folders where programs are looked for. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  PATH?: string;

  /** Signs session cookies; at least 32 characters. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString() @MinLength(32)
  SESSION_SECRET?: string;

  /** Signs the head of the audit chain; at least 32 characters. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString() @MinLength(32)
  AUDIT_SIGNING_KEY?: string;

  /** Express's "trust proxy" list, e.g. `loopback` or `10.0.0.0/8`. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  TRUSTED_PROXIES?: string;

  /** Sign in as one of the example's people with one click. Production refuses to start with it. */
  @Transform(asBoolean) @IsBoolean()
  WAYMARK_DEMO: boolean = false;

  /** Set by npm: the folder that somebody stood in when they typed the command. */
  @IsOptional() @Transform(emptyIsAbsent) @IsString()
  INIT_CWD?: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL: string = 'info';

  get baseUrl(): string {
    const host = this.HOST === '0.0.0.0' || this.HOST === '127.0.0.1' || this.HOST === '::1' ? 'localhost' : this.HOST;
    return (this.BASE_URL ?? `http://${host}:${this.PORT}`).replace(/\/$/, '');
  }

  /** Where BASE_URL is https, cookies are `__Host-` and Secure. */
  get isHttps(): boolean {
    return this.baseUrl.startsWith('https:');
  }

  get databaseUrl(): string {
    if (!this.DATABASE_URL) throw new SettingsError(['DATABASE_URL is not set']);
    return this.DATABASE_URL;
  }

  /** @throws SettingsError in production without the owner's own address: only `migrate` asks, no other process needs it. */
  get migrationDatabaseUrl(): string {
    if (this.NODE_ENV === 'production' && !this.MIGRATION_DATABASE_URL) throw new SettingsError(['MIGRATION_DATABASE_URL is required to migrate when NODE_ENV=production']);
    return this.MIGRATION_DATABASE_URL ?? this.databaseUrl;
  }
}

/** The environment cannot be run with; each line names its variable. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(`Waymark cannot start with this environment:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

const REQUIRED_IN_PRODUCTION = ['DATABASE_URL', 'SESSION_SECRET', 'AUDIT_SIGNING_KEY', 'BASE_URL'] as const;

/**
 * Reads and checks the environment.
 * @param defaults values where the environment has none, e.g. the addresses of the embedded database.
 * @throws SettingsError naming every bad or missing variable at once.
 */
export function readSettings(defaults: Record<string, string> = {}, environment: NodeJS.ProcessEnv = process.env): Settings {
  // A default is a convenience for one machine; nobody may be let into production by one.
  if (environment['NODE_ENV'] === 'production') defaults = { ...defaults, WAYMARK_DEMO: '0' };
  const set = Object.entries(environment).filter(([, value]) => value !== undefined);
  const known = { ...defaults, ...Object.fromEntries(set) };
  const settings = plainToInstance(Settings, known, { exposeDefaultValues: true });
  const problems = validateSync(settings, { forbidUnknownValues: true }).map(
    (error) => `${error.property}: ${Object.values(error.constraints ?? {}).join(', ')} (got ${describe(error.property, error.value)})`,
  );
  if (settings.NODE_ENV === 'production') {
    for (const name of REQUIRED_IN_PRODUCTION) {
      if (!settings[name]) problems.push(`${name} is required when NODE_ENV=production`);
    }
    if (settings.BASE_URL && travelsInTheClear(settings.BASE_URL)) {
      problems.push('BASE_URL must begin with https:// when NODE_ENV=production; http:// is for localhost alone, since sign-ins would travel in the clear');
    }
    if (settings.WAYMARK_DEMO) problems.push('WAYMARK_DEMO=1 lets anyone in: it is refused when NODE_ENV=production');
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function travelsInTheClear(baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const { protocol, hostname } = new URL(baseUrl);
  return protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.has(hostname));
}

function describe(property: string, value: unknown): string {
  return /KEY|SECRET|URL/.test(property) ? 'a value that is not shown' : JSON.stringify(value);
}
