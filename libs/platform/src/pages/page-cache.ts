import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Inject, type INestApplicationContext, Injectable, Module, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { answeredLanguage, switchFrom } from '#platform/language/language-switch.js';
import { LANGUAGE_TAGS, type PageLanguage } from '#platform/language/page-language.js';
import { PageStamps } from './page-stamps.js';

const compress = promisify(gzip);

/** Pages kept in memory, the one asked for longest ago leaves first. */
const MOST_KEPT = 300;

/** Milliseconds that a reader waits for a page to be made anew before they are shown the one of a moment ago. */
export const PAGE_PATIENCE = Symbol('page patience');
const PATIENCE_MS = 25;
/** Nobody is shown a page that a change of so many milliseconds ago is missing from; two seconds are promised. */
const OLDEST_MS = 1_500;

const VARY = 'Cookie, Accept-Encoding';
const READS = new Set(['GET', 'HEAD']);

interface KeptPage {
  stamp: string;
  model: Promise<object>;
  /** The page as a visitor gets it, by their language. */
  answers: Partial<Record<PageLanguage, Promise<Answer>>>;
  /** Milliseconds that its model took, once it is there; until then those of the page before. */
  madeInMs: number;
  /** What this page is going to take the place of; gone once it is made. */
  former?: { stamp: string; answers: KeptPage['answers'] };
}

interface Answer {
  /** What is said of it, save its tag. */
  headers: Record<string, string>;
  body: Buffer;
  zipped: Buffer;
  etag: string;
}

/** A public page: its view, and its model where it must be made anew. The model may not depend on who asks, unless the page is one's own. */
export interface PublicPage {
  view: string;
  model: () => Promise<object>;
  /** Made for this reader (their buttons, their question), or at an address of many answers: kept for nobody. */
  isOwn?: boolean;
}

/** A public text that is no page (a feed): the same for everybody, in one language. */
export interface PublicText {
  /** Media type with its encoding. */
  type: string;
  model: () => Promise<{ text: string; lastModified: Date }>;
}

/**
 * Answers public pages from memory for as long as nothing has happened: a page is never older than the moment of its request,
 * save where making it anew takes long (an import and a judging run beside it); then it lacks what happened in the last moment.
 */
@Injectable()
export class PageCache {
  private readonly pages = new Map<string, KeptPage>();
  private readonly stamps: PageStamps;
  /** What was asked at the front for a request that then goes its usual way, so that it is not asked twice. */
  private readonly asked = new WeakMap<Request, string>();
  /** Pages being made anew for whose readers there is a former one. */
  private inTheMaking = 0;

  constructor(
    dataSource: DataSource,
    clock: Clock,
    @Inject(PAGE_PATIENCE) private readonly patienceMs: number,
  ) {
    this.stamps = new PageStamps(dataSource, clock);
  }

  /**
   * For a feature whose rows become public when their hour comes, whether or not a job has noticed it yet.
   * @param lastHour an SQL query for one value, the last such hour up to `$1`
   */
  mindHour(lastHour: string): void {
    this.stamps.mindHour(lastHour);
  }

  /**
   * For the front of the server, before sessions and routes: answers a visitor who brings no cookie with the page that the
   * last one was shown at this address, where it is still fresh. Everything else goes its usual way.
   */
  async answerEarly(request: Request, response: Response, next: NextFunction): Promise<void> {
    // an address with a question may have an answer of its own (a search): its controller decides
    const plain = request.headers.cookie === undefined && READS.has(request.method) && !request.originalUrl.includes('?');
    const kept = plain ? this.pages.get(request.path) : undefined;
    const answer = kept?.answers.en;
    if (!kept || !answer) return next();
    try {
      const stamp = await this.stamps.ask();
      if (stamp === kept.stamp) return send(request, response, await this.soon(kept, 'en', answer));
      // one page at a time is made anew: many at once would keep every reader waiting for all of them
      if (this.inTheMaking > 0 && this.mayStand(kept.stamp)) return send(request, response, await answer);
      this.asked.set(request, stamp);
      next();
    } catch (error) {
      next(error);
    }
  }

  /** Answers a public page, from memory where nothing has happened since. */
  async send(request: Request, response: Response, page: PublicPage): Promise<void> {
    if (page.isOwn) {
      response.set('Cache-Control', 'private, no-cache').type('html').send(await rendered(response, page.view, await page.model()));
      return;
    }
    const kept = this.keep(request.path, await this.stampFor(request), page.model);
    if (isPersonal(request, response)) {
      response.set({ 'Cache-Control': 'private, no-cache', Vary: VARY }).type('html').send(await rendered(response, page.view, await kept.model));
      return;
    }
    const language = answeredLanguage(request, response);
    // what is kept for everybody may not repeat one reader's question
    response.locals['languageSwitch'] = switchFrom(language, request.path);
    const answer = (kept.answers[language] ??= this.forgetFailure(request.path, kept, kept.model.then(async (model) => answerOf(await rendered(response, page.view, model), pageHeaders(language)))));
    send(request, response, await this.soon(kept, language, answer));
  }

  /** Answers a public text, from memory where nothing has happened since: who has it already is told so before any of it is made. */
  async sendText(request: Request, response: Response, { type, model }: PublicText): Promise<void> {
    const kept = this.keep(request.path, await this.stampFor(request), model);
    // an address is a page's or a text's, never both
    const answer = (kept.answers.en ??= this.forgetFailure(request.path, kept, textAnswer(type, kept.model as ReturnType<typeof model>)));
    send(request, response, await this.soon(kept, 'en', answer));
  }

  private async stampFor(request: Request): Promise<string> {
    return this.asked.get(request) ?? (await this.stamps.ask());
  }

  /** The page as it is made anew, or the former one where that takes long and no change is older than may be. */
  private async soon(kept: KeptPage, language: PageLanguage, fresh: Promise<Answer>): Promise<Answer> {
    const old = kept.former?.answers[language];
    if (!kept.former || !old || !this.mayStand(kept.former.stamp)) return fresh;
    this.inTheMaking += 1;
    const made = fresh.finally(() => {
      this.inTheMaking -= 1;
      delete kept.former;
    });
    // nobody waits in vain: what took longer than anybody waits, the last time it was made, will do so again
    return Promise.race([made, kept.madeInMs > this.patienceMs ? old : sleep(this.patienceMs, old, { ref: false })]);
  }

  /** Whether a page of this stamp lacks no change that is too old to be lacking. */
  private mayStand(stamp: string): boolean {
    return this.stamps.sinceHeld(stamp) + this.patienceMs <= OLDEST_MS;
  }

  private keep(address: string, stamp: string, model: () => Promise<object>): KeptPage {
    const found = this.pages.get(address);
    const former = found && { stamp: found.stamp, answers: found.answers };
    const kept: KeptPage = found?.stamp === stamp ? found : newPage({ stamp, model: model(), answers: {}, madeInMs: found?.madeInMs ?? 0, ...(former ? { former } : {}) });
    this.pages.delete(address);
    this.pages.set(address, kept);
    const oldest = this.pages.size > MOST_KEPT ? this.pages.keys().next().value : undefined;
    if (oldest !== undefined) this.pages.delete(oldest);
    void this.forgetFailure(address, kept, kept.model);
    return kept;
  }

  /** A page that could not be made (not found, no database) is made anew for whoever asks next. */
  private forgetFailure<Made>(address: string, kept: KeptPage, made: Promise<Made>): Promise<Made> {
    made.catch(() => {
      if (this.pages.get(address) === kept) this.pages.delete(address);
    });
    return made;
  }
}

/** Remembers with a page how long its model took from now. */
function newPage(kept: KeptPage): KeptPage {
  const begun = performance.now();
  const remember = (): void => {
    kept.madeInMs = performance.now() - begun;
  };
  // what could not be made is forgotten elsewhere
  kept.model.then(remember, remember);
  return kept;
}

function send(request: Request, response: Response, { headers, body, zipped, etag }: Answer): void {
  response.set({ 'Cache-Control': 'public, no-cache', ...headers, ETag: etag });
  if (request.acceptsEncodings('gzip') === 'gzip') response.set('Content-Encoding', 'gzip').send(zipped);
  else response.send(body);
}

/** Signed-in people have their own navigation, and a notice is shown once. */
function isPersonal(request: Request, response: Response): boolean {
  return request.session?.userId !== undefined || response.locals['notice'] !== undefined;
}

function rendered(response: Response, view: string, model: object): Promise<string> {
  return new Promise((resolve, reject) => {
    response.render(view, { ...model }, (error: Error | null, html?: string) => (error ? reject(error) : resolve(html ?? '')));
  });
}

function pageHeaders(language: PageLanguage): Record<string, string> {
  return { 'Content-Language': LANGUAGE_TAGS[language], 'Content-Type': 'text/html; charset=utf-8', Vary: VARY };
}

async function textAnswer(type: string, made: ReturnType<PublicText['model']>): Promise<Answer> {
  const { text, lastModified } = await made;
  return answerOf(text, { 'Content-Type': type, 'Last-Modified': lastModified.toUTCString(), Vary: 'Accept-Encoding' });
}

async function answerOf(text: string, headers: Record<string, string>): Promise<Answer> {
  const body = Buffer.from(text);
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { headers, body, zipped: await compress(body), etag };
}

/** The early answers of an application, for `app.use`; nothing in one that has no pages. */
export function earlyAnswers(app: INestApplicationContext): RequestHandler {
  let cache: PageCache | null | undefined;
  return (request, response, next) => {
    if (cache === undefined) cache = providerOf(app, PageCache);
    if (cache) void cache.answerEarly(request, response, next);
    else next();
  };
}

/** A provider of an application, null in one that has none. */
export function providerOf<Provider>(app: INestApplicationContext, type: Type<Provider>): Provider | null {
  // Looked for and not tried: Nest writes an error into the log for what it cannot find, and the API's process has no pages.
  const isThere = [...app.get(ModulesContainer).values()].some(({ providers }) => providers.has(type));
  return isThere ? app.get(type, { strict: false }) : null;
}

@Module({ providers: [PageCache, { provide: PAGE_PATIENCE, useValue: PATIENCE_MS }], exports: [PageCache] })
export class PageCacheModule {}
