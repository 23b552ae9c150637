import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Logger } from 'pino';
import { isLostDatabase } from '#platform/database/lost-database.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { LOGGER } from '#platform/logging/logging.module.js';
import { PAGE_OF_STATUS } from './error-pages.words.js';
import { type LostSession } from './lost-session.js';
import { nearestPage } from './nearest-page.js';
import { ShownError, type ShownPage } from './shown-error.js';

interface Failure {
  status: number;
  code: string;
  title: string;
  reasons: Reason[];
  /** Whether the title is Waymark's own words: a framework's ("Cannot GET /x") help nobody who reads a page. */
  isWorded: boolean;
  /** In place of the general page. */
  page?: ShownPage;
}

/** Seconds: a server that starts again is back by then. */
const RETRY_AFTER = '60';

/**
 * Turns every error into an answer with its true status: an RFC 9457 problem under `/api`, else a page. A form that was
 * refused for its input goes back to its own page with the reasons and what was typed.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly lostSession: LostSession,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const failure = failureOf(error);
    if (failure.status >= 500) this.logger.error({ err: error, url: request.originalUrl, requestId: request.id }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    if (failure.status === 503) response.set('Retry-After', RETRY_AFTER);
    if (pathOf(request).startsWith('/api/')) this.answerProblem(failure, request, response);
    else if (isFormFailure(failure) && request.method === 'POST') this.backToForm(failure, request, response);
    else if (request.method === 'POST' && isLostSession(failure, request)) void this.answerLost(failure, request, response);
    else this.answerOtherwise(failure, request, response);
  }

  private async answerLost(failure: Failure, request: Request, response: Response): Promise<void> {
    try {
      if ((await this.lostSession.answer(request, response, formPage(request))) === 'answered') return;
    } catch (error) {
      this.logger.error({ err: error, url: request.originalUrl, requestId: request.id }, 'a form could not be kept');
    }
    this.answerOtherwise(failure, request, response);
  }

  private answerOtherwise(failure: Failure, request: Request, response: Response): void {
    if (failure.status === 401) this.askToSignIn(request, response);
    else this.answerPage(failure, response);
  }

  private answerProblem(failure: Failure, request: Request, response: Response): void {
    response.status(failure.status).type('application/problem+json').send(
      JSON.stringify({
        type: `urn:waymark:problem:${failure.code}`,
        title: failure.title,
        status: failure.status,
        instance: pathOf(request),
        ...(failure.reasons.length > 0 ? { reasons: failure.reasons } : {}),
      }),
    );
  }

  private backToForm(failure: Failure, request: Request, response: Response): void {
    const page = formPage(request);
    const { _csrf: _, ...input } = (request.body ?? {}) as Record<string, unknown>;
    const reasons = failure.reasons.length > 0 ? failure.reasons : [{ code: failure.code, message: failure.title }];
    request.session.formFailures = { ...request.session.formFailures, [page]: { reasons, input } };
    response.redirect(303, page);
  }

  private askToSignIn(request: Request, response: Response): void {
    if (request.method === 'GET') request.session.returnTo = request.originalUrl;
    response.redirect(303, '/sign-in');
  }

  private answerPage(failure: Failure, response: Response): void {
    if (failure.page) {
      response.status(failure.status).render(failure.page.view, failure.page.model);
      return;
    }
    const words = PAGE_OF_STATUS[failure.status] ?? PAGE_OF_STATUS[failure.status >= 500 ? 500 : 400];
    response.status(failure.status).render('pages/views/problem.njk', {
      title: words?.title,
      paragraphs: words?.paragraphs,
      reasons: failure.isWorded && failure.status < 500 ? (failure.reasons.length > 0 ? failure.reasons : [{ message: failure.title }]) : [],
    });
  }
}

/** The whole address: within a mounted middleware `request.path` is what is left of it. */
function pathOf(request: Request): string {
  return request.originalUrl.split('?')[0] ?? '/';
}

/** A file that is too large is as much a matter of the form as any other field; a body that is too large is none. */
function isFormFailure({ status, reasons }: Failure): boolean {
  return status === 422 || (status === 413 && reasons.length > 0);
}

/** The page that showed the form: the same site's page that posted, or the nearest to the address where nobody says which. */
function formPage(request: Request): string {
  const referrer = request.get('referer');
  if (referrer) {
    const url = URL.canParse(referrer) ? new URL(referrer) : undefined;
    // A path that begins with two slashes is another site's address to a browser.
    if (url && url.host === request.get('host') && !url.pathname.startsWith('//')) return url.pathname;
  }
  return nearestPage(request.app, request.path);
}

/** Nobody is signed in, the token is another session's, or a form in parts was refused before anybody could look at its token. */
function isLostSession(failure: Failure, request: Request): boolean {
  return failure.status === 401 || isForgery(failure) || (failure.status === 403 && request.isOwnForm !== undefined && !request.readableDidRead);
}

/** The form's token is not the session's: by csrf-sync, whose error comes as a framework's one, or by `requireOwnForm`. */
function isForgery({ status, title }: Failure): boolean {
  return status === 403 && title === 'invalid csrf token';
}

function failureOf(error: unknown): Failure {
  if (error instanceof ApplicationError) {
    return { status: error.status, code: error.code, title: error.message, reasons: error.reasons, isWorded: true, ...(error instanceof ShownError ? { page: error.page } : {}) };
  }
  if (error instanceof HttpException) {
    return { status: error.getStatus(), code: codeOf(error.getStatus()), title: error.message, reasons: [], isWorded: false };
  }
  if (isLostDatabase(error)) return { status: 503, code: 'unavailable', title: 'The service is unavailable', reasons: [], isWorded: false };
  // Express's own middleware (body parser, csrf-sync) throws plain errors with a status.
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  if (status >= 400 && status < 500) return { status, code: codeOf(status), title: (error as Error).message, reasons: [], isWorded: false };
  return { status: 500, code: 'internal-error', title: 'Something went wrong', reasons: [], isWorded: false };
}

function codeOf(status: number): string {
  return { 400: 'bad-request', 403: 'forbidden', 404: 'not-found', 413: 'too-large', 415: 'unsupported-media-type', 429: 'too-many-requests' }[status] ?? `http-${status}`;
}
