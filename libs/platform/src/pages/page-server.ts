import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Reflector } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { csrfSync } from 'csrf-sync';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { type Settings } from '#platform/config/settings.js';
import { languageSwitch } from '#platform/language/language-switch.js';
import { PhraseBook } from '#platform/language/phrase-book.js';
import { OwnFormGuard } from '#platform/uploads/own-form.guard.js';
import { earlyAnswers, providerOf } from './page-cache.js';
import { compressedPages } from './compressed-pages.js';
import { csrfTokenOf, FormSeal } from './form-seal.js';
import { KeptForms } from './kept-forms.service.js';
import { isOneClick } from './one-click.js';
import { LostSession } from './lost-session.js';
import { openToOtherSites } from './open-to-other-sites.js';
import { ProblemFilter } from './problem.filter.js';
import { rememberReads } from '#platform/request-memo/request-memo.js';
import { createSessions } from './session.js';
import { requireStorableText } from './storable-text.js';
import { configureTemplates } from './templates.js';
import { createValidationPipe } from './validation.js';

const here = path.dirname(fileURLToPath(import.meta.url));
/** Compiled style sheet, script and icon: made by the build, which always lies in `dist`. */
const PUBLIC = path.resolve(here.includes(`${path.sep}dist${path.sep}`) ? here : here.replace('libs', 'dist/libs'), 'public');
/** Hash of the one inline script of GOV.UK Frontend's template ("js-enabled"). */
const GOVUK_INLINE_SCRIPT = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='";

/** Prepares an app for requests: headers, sessions, CSRF, templates, validation and the one error filter. */
export function configureHttp(
  app: NestExpressApplication,
  settings: Settings,
  logger: Logger,
  options: { featureViews: string },
): void {
  app.disable('x-powered-by');
  if (settings.TRUSTED_PROXIES) app.set('trust proxy', settings.TRUSTED_PROXIES.split(','));
  app.use(pinoHttp({ logger, genReqId: () => randomUUID(), autoLogging: settings.LOG_LEVEL === 'debug' }));
  app.use(securityHeaders(settings));
  app.use(openToOtherSites);
  app.use(earlyAnswers(app));
  app.use('/assets', compression(), express.static(PUBLIC, { maxAge: '1h', fallthrough: false }));
  app.use(compressedPages());
  app.use(rememberReads);
  app.use(skipApi(keptByNobodyBetween));
  const sessions = createSessions(settings);
  app.use(skipApi(sessions.middleware));
  let book: PhraseBook | null | undefined;
  app.use(skipApi(languageSwitch({ isHttps: settings.isHttps, bookOf: () => (book ??= providerOf(app, PhraseBook)) ?? undefined })));
  app.use(express.urlencoded({ extended: true, limit: '2mb' }));
  app.use(express.json({ limit: '2mb' }));
  app.use(requireStorableText);
  const seal = new FormSeal(settings);
  const { csrfSynchronisedProtection, generateToken, isRequestValid } = csrfSync({
    getTokenFromRequest: (request) => csrfTokenOf((request.body as Record<string, unknown> | undefined)?.['_csrf']),
  });
  app.use(skipApi((request, response, next) => {
    if (isOneClick(request)) return next();
    // a form in parts is read by the route that takes it, and the token within it then; see OwnFormGuard
    if (request.method === 'POST' && request.is('multipart/form-data')) {
      request.isOwnForm = () => isRequestValid(request);
      next();
    } else csrfSynchronisedProtection(request, response, next);
  }));
  app.use(skipApi((request, response, next) => {
    // A function, so that a page without a form starts no session and sets no cookie.
    response.locals['csrf'] = () => seal.seal(generateToken(request), request.session.userId);
    response.locals['path'] = request.path;
    response.locals['notice'] = request.session.notice;
    delete request.session.notice;
    next();
  }));
  configureTemplates(app.getHttpAdapter().getInstance() as express.Express, options.featureViews, {
    govukRebrand: false,
    baseUrl: settings.baseUrl,
    demo: settings.WAYMARK_DEMO,
  });
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalGuards(new OwnFormGuard(new Reflector()));
  app.useGlobalFilters(new ProblemFilter(logger, new LostSession(seal, app.get(KeptForms, { strict: false }))));
  const http = app.getHttpServer() as { on(event: 'close', listener: () => void): void };
  http.on('close', () => void sessions.close());
}

function securityHeaders(settings: Settings): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", GOVUK_INLINE_SCRIPT],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  });
}

/** Pages show who is signed in: a cache on the way keeps none, and a browser asks again. What everybody sees alike says so itself. */
function keptByNobodyBetween(_: Request, response: Response, next: NextFunction): void {
  response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Cookie' });
  next();
}

type Middleware = (request: Request, response: Response, next: NextFunction) => void;

/** The API and the probes know no cookies: sessions and CSRF are for pages. */
function skipApi(middleware: Middleware): Middleware {
  return (request, response, next) => {
    if (/^\/(api\/|healthz$|readyz$|metrics$|assets\/)/.test(request.path)) next();
    else middleware(request, response, next);
  };
}
