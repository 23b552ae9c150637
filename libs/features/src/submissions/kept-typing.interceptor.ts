import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { catchError, type Observable, of } from 'rxjs';
import { ApplicationError } from '#platform/errors/application-error.js';
import { submissionsWords as words } from './submissions.words.js';

/** One thing that was typed, on the conflict page. */
export interface TypedField {
  id: string;
  label: string;
  text: string;
}

/** Of forms whose words do not lie in the body, or whose own address is not the page to open again. */
interface KeptPlaces {
  typedIn?: (request: Request) => unknown;
  openAt?: (request: Request) => string;
}

/**
 * Answers a form that came too late (somebody else saved meanwhile, or it was sent for sign-off) with a page that holds what
 * was typed: no text is lost to a conflict. For controllers of forms whose address lies directly below what they change.
 */
export class KeptTyping implements NestInterceptor {
  /**
   * @param labels words for the fields by name; of a nested field its last name counts
   * @param other words for every other field of a form whose fields are not known beforehand; without it they are left out
   */
  constructor(
    private readonly labels: Readonly<Record<string, string>>,
    private readonly other?: string,
    private readonly places: KeptPlaces = {},
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.method !== 'POST') return next.handle();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof ApplicationError) || error.kind !== 'conflict') throw error;
        const { typedIn, openAt } = this.places;
        const response = context.switchToHttp().getResponse<Response>();
        response.status(error.status).render('submissions/views/conflict.njk', {
          title: words.conflict.title,
          words: words.conflict,
          why: error.message,
          typed: typedFields(typedIn ? typedIn(request) : request.body, this.labels, this.other),
          openHref: openAt ? openAt(request) : request.path,
        });
        return of(undefined);
      }),
    );
  }
}

/** What a person typed into a form, field by field; hidden fields and empty ones are left out. */
export function typedFields(body: unknown, labels: Readonly<Record<string, string>>, other?: string, path: readonly string[] = []): TypedField[] {
  if (typeof body === 'object' && body !== null) {
    return Object.entries(body).flatMap(([name, value]) => typedFields(value, labels, other, [...path, name]));
  }
  const name = path.at(-1) ?? '';
  const label = labels[name] ?? (path.length > 1 && !/^\d+$/.test(name) ? other : undefined);
  if (typeof body !== 'string' || body.trim() === '' || label === undefined) return [];
  return [{ id: `typed-${path.join('-')}`, label, text: body }];
}
