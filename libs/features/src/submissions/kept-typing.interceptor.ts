import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type Request } from 'express';
import { catchError, type Observable } from 'rxjs';
import { ApplicationError, type ApplicationErrorKind } from '#platform/errors/application-error.js';
import { nearestPage } from '#platform/pages/nearest-page.js';
import { ShownError } from '#platform/pages/shown-error.js';
import { submissionsWords as words } from './submissions.words.js';

/** One thing that was typed, on the conflict page. */
export interface TypedField {
  id: string;
  label: string;
  text: string;
}

/** Of forms whose words do not lie in the body, or whose own address is not the page to open again. */
interface KeptPlaces {
  /** @param input the form as it was typed */
  typedIn?: (request: Request, input: unknown) => unknown;
  openAt?: (request: Request) => string;
}

/** What stands against a form that nothing typed into it can mend: it moved on, or what it is about is gone. */
const BEYOND_MENDING: readonly ApplicationErrorKind[] = ['conflict', 'refused', 'not-found'];

/**
 * Answers a form that came too late (somebody else saved meanwhile, it was sent for sign-off, or what it is about was removed) with a
 * page that holds what was typed: no text is lost to a conflict. A form with faults goes back to its own page first; where that is
 * not there any more, or not open to the reader, the same page answers. For controllers of forms, both of their pages and of what they
 * send, whose address lies directly below what they change.
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
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof ApplicationError)) throw error;
        const input = request.method === 'POST' ? typedHere(request, error) : typedBefore(request, error);
        throw input === undefined ? error : new ShownError(error, { view: 'submissions/views/conflict.njk', model: this.page(request, { error, input }) });
      }),
    );
  }

  private page(request: Request, { error, input }: { error: ApplicationError; input: unknown }): object {
    const { typedIn, openAt } = this.places;
    const gone = error.kind === 'not-found' || error.code === 'removed';
    return {
      title: words.conflict.title,
      why: error.message,
      lead: gone ? words.conflict.leadOfGone : words.conflict.lead,
      typed: typedFields(typedIn ? typedIn(request, input) : input, this.labels, this.other),
      open: gone ? { text: words.conflict.openAbove, href: openAbove(request) } : { text: words.conflict.open, href: openAt ? openAt(request) : request.path },
    };
  }
}

function typedHere(request: Request, { kind }: ApplicationError): unknown {
  return BEYOND_MENDING.includes(kind) ? (request.body ?? {}) : undefined;
}

/** What a form with faults left for this page, which cannot show it: taken once. */
function typedBefore(request: Request, { kind }: ApplicationError): unknown {
  const failure = request.session.formFailures?.[request.path];
  if (!failure || !(kind === 'forbidden' || BEYOND_MENDING.includes(kind))) return undefined;
  delete request.session.formFailures?.[request.path];
  return failure.input;
}

/** The page above a form: the list of what it is about one of, which is there even where the one is not. */
export function openAbove({ app, path }: Request): string {
  return nearestPage(app, path.slice(0, path.lastIndexOf('/')) || '/');
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
