import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { SharedQuestion } from './shared-question.js';

const compress = promisify(gzip);

/** Pages kept in memory, the one asked for longest ago leaves first. */
const MOST_KEPT = 300;

const VARY = 'Cookie, Accept-Encoding';
const READS = new Set(['GET', 'HEAD']);

interface KeptPage {
  stamp: string;
  model: Promise<object>;
  /** The page as a visitor gets it. */
  answer?: Promise<Answer>;
}

interface Answer {
  body: Buffer;
  zipped: Buffer;
  etag: string;
}

/** A public page: its view, and its model where it must be made anew. The model may not depend on who asks. */
export interface PublicPage {
  view: string;
  model: () => Promise<object>;
}

/**
 * Answers public pages from memory for as long as nothing has happened. Every move writes its audit line in its own
 * transaction, so the chain's last line is a stamp of all that a page can show: a page is never older than the moment of
 * its request. Sign-ins, reads and sent mail change no page and do not count; a new day does, for what is overdue.
 */
@Injectable()
export class PageCache {
  private readonly pages = new Map<string, KeptPage>();
  private readonly lastMove: SharedQuestion<string>;
  /** The date is asked for at every request and changes at a full minute; working it out is dear. */
  private day = { minute: Number.NaN, date: '' };

  constructor(
    dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.lastMove = new SharedQuestion(async () => {
      const rows: { position: string }[] = await dataSource.query(
        `SELECT position FROM audit_entries WHERE subject !~ '^(user|page):' AND event <> 'MAIL_SENT' ORDER BY position DESC LIMIT 1`,
      );
      return rows[0]?.position ?? '0';
    });
  }

  /**
   * For the front of the server, before sessions and routes: answers a visitor who brings no cookie with the page that the
   * last one was shown at this address, where it is still fresh. Everything else goes its usual way.
   */
  async answerEarly(request: Request, response: Response, next: NextFunction): Promise<void> {
    // an address with a question may have an answer of its own (a search): its controller decides
    const plain = request.headers.cookie === undefined && READS.has(request.method) && !request.originalUrl.includes('?');
    const kept = plain ? this.pages.get(request.path) : undefined;
    if (!kept?.answer) return next();
    try {
      const [stamp, answer] = [await this.stamp(), await kept.answer];
      if (stamp === kept.stamp) send(request, response, answer);
      else next();
    } catch (error) {
      next(error);
    }
  }

  /** Answers a public page, from memory where nothing has happened since. */
  async send(request: Request, response: Response, page: PublicPage): Promise<void> {
    const stamp = await this.stamp();
    const kept = this.keep(request.path, stamp, page);
    if (isPersonal(request, response)) {
      response.set({ 'Cache-Control': 'private, no-cache', Vary: VARY }).type('html').send(await rendered(response, page.view, await kept.model));
      return;
    }
    kept.answer ??= this.forgetFailure(request.path, kept, kept.model.then(async (model) => answerOf(await rendered(response, page.view, model))));
    send(request, response, await kept.answer);
  }

  private async stamp(): Promise<string> {
    return `${await this.lastMove.ask()} ${this.today()}`;
  }

  private today(): string {
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    if (minute !== this.day.minute) this.day = { minute, date: this.clock.today() };
    return this.day.date;
  }

  private keep(address: string, stamp: string, page: PublicPage): KeptPage {
    const found = this.pages.get(address);
    const kept = found?.stamp === stamp ? found : { stamp, model: page.model() };
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

function send(request: Request, response: Response, { body, zipped, etag }: Answer): void {
  response.set({ 'Cache-Control': 'public, no-cache', 'Content-Type': 'text/html; charset=utf-8', ETag: etag, Vary: VARY });
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

async function answerOf(html: string): Promise<Answer> {
  const body = Buffer.from(html);
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { body, zipped: await compress(body), etag };
}

/** The early answers of an application, for `app.use`; nothing in one that has no pages. */
export function earlyAnswers(app: INestApplicationContext): RequestHandler {
  let cache: PageCache | null | undefined;
  return (request, response, next) => {
    if (cache === undefined) cache = cacheOf(app);
    if (cache) void cache.answerEarly(request, response, next);
    else next();
  };
}

function cacheOf(app: INestApplicationContext): PageCache | null {
  // Looked for and not tried: Nest writes an error into the log for what it cannot find, and the API's process has no pages.
  const isThere = [...app.get(ModulesContainer).values()].some(({ providers }) => providers.has(PageCache));
  return isThere ? app.get(PageCache, { strict: false }) : null;
}

@Module({ providers: [PageCache], exports: [PageCache] })
export class PageCacheModule {}
