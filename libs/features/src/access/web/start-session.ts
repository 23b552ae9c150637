import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type KeptForms } from '#platform/pages/kept-forms.service.js';
import { noticeOfKept } from '#platform/pages/kept-notice.js';
import { landingFor } from './navigation.js';

/**
 * Begins a signed-in session under a new id, so that an id planted before is worth nothing. What this person had typed when their
 * last session was gone goes back into its form.
 * @returns where to go: the form that was not saved, the page that was asked for before sign-in, or the work that waits for them.
 */
export async function startSession(request: Request, response: Response, actor: Actor, { now, keptForms }: { now: Date; keptForms: KeptForms }): Promise<string> {
  const returnTo = request.session.returnTo;
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(error as Error) : resolve()));
  });
  const { session } = request;
  session.userId = actor.id;
  session.signedInAt = now.getTime();
  const given = await keptForms.giveBack(request, response, actor.id);
  const [newest] = given;
  if (newest) {
    // the newest last, so that of two of one page it is the one that is shown
    session.formFailures = Object.fromEntries(given.toReversed().map(({ page, fields }) => [page, { reasons: [], input: fields }]));
    session.notice = noticeOfKept(newest, 'signedOut');
    return newest.page;
  }
  return returnTo && /^\/(?![/\\])/.test(returnTo) ? returnTo : landingFor(actor);
}
