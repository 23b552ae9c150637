import { createHash } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import { type RequestHandler, type Response } from 'express';
import session from 'express-session';
import pg from 'pg';
import { type Settings } from '#platform/config/settings.js';
import { SCHEMA } from '#platform/database/data-source.js';
import { type Reason } from '#platform/errors/application-error.js';

/** What a failed form leaves for the page that it goes back to. */
export interface FormFailure {
  reasons: Reason[];
  input: Record<string, unknown>;
}

/** Said once, on the next page. */
export interface PageNotice {
  title: string;
  text: string;
  link?: { text: string; href: string };
}

declare module 'express-session' {
  interface SessionData {
    userId: string;
    signedInAt: number;
    /** By the address of the form's page. */
    formFailures: Record<string, FormFailure>;
    /** Shown once on the next page. */
    notice: PageNotice;
    /** Where somebody wanted to go before they were asked to sign in. */
    returnTo: string;
  }
}

/** Two hours without a request end a session. Milliseconds. */
export const IDLE_MS = 2 * 60 * 60 * 1000;
/** Twelve hours after sign-in it ends whatever happens. Milliseconds. */
export const ABSOLUTE_MS = 12 * 60 * 60 * 1000;

export interface SessionStore {
  middleware: RequestHandler;
  close(): Promise<void>;
}

/** Sessions live in PostgreSQL; the browser holds a signed id. No cookie is set before something must be remembered. */
export function createSessions(settings: Settings): SessionStore {
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    options: `-c search_path=${SCHEMA}`,
    max: 4,
    application_name: 'waymark-sessions',
  });
  pool.on('error', () => undefined);
  const Store = connectPgSimple(session);
  const store = new Store({ pool, tableName: 'sessions', schemaName: SCHEMA, ttl: IDLE_MS / 1000, pruneSessionInterval: 15 * 60 });
  touchSeldom(store);
  const middleware = session({
    store,
    name: settings.isHttps ? '__Host-waymark' : 'waymark',
    secret: sessionSecret(settings),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: settings.isHttps, path: '/', maxAge: IDLE_MS },
  });
  return {
    middleware: (request, response, next) => {
      saveBeforeRedirect(response, next);
      middleware(request, response, next);
    },
    async close() {
      store.close();
      await pool.end();
    },
  };
}

/** A session's end moves with its use, but not with every request of a minute: that would be a write for each page. Milliseconds. */
const TOUCH_EVERY_MS = 60_000;
const MOST_REMEMBERED = 10_000;

function touchSeldom(store: session.Store): void {
  const touched = new Map<string, number>();
  const touch = store.touch?.bind(store);
  store.touch = (sid, current, done) => {
    const now = Date.now();
    if (now - (touched.get(sid) ?? 0) < TOUCH_EVERY_MS) return void done?.();
    if (touched.size >= MOST_REMEMBERED) touched.clear();
    touched.set(sid, now);
    touch?.(sid, current, done);
  };
}

/**
 * express-session sends the head of an answer before it writes the session, and a browser follows a redirect on its head
 * alone: the next page would miss the notice or the reasons of a refusal, and show them later in the wrong place. So the
 * session is written before the redirect, where there is something to remember.
 */
function saveBeforeRedirect(response: Response, next: (error: unknown) => void): void {
  const redirect = response.redirect.bind(response) as (...to: unknown[]) => void;
  response.redirect = (...to: unknown[]): void => {
    const { session: current } = response.req;
    const remembers = Object.keys(current ?? {}).some((key) => key !== 'cookie');
    if (!remembers) redirect(...to);
    else current.save((error: unknown) => (error ? next(error) : redirect(...to)));
  };
}

/** What sessions and the seals of forms are signed with. */
export function sessionSecret(settings: Settings): string {
  return settings.SESSION_SECRET ?? developmentSecret(settings);
}

/** Outside production a secret that survives restarts: derived from the database's own, which never leaves the machine. */
function developmentSecret(settings: Settings): string {
  return createHash('sha256').update(`session ${settings.databaseUrl}`).digest('hex');
}
