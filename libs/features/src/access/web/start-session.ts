import { type Request } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { landingFor } from './navigation.js';

/**
 * Begins a signed-in session under a new id, so that an id planted before is worth nothing.
 * @returns where to go: the page that was asked for before sign-in, or the work that waits for them.
 */
export async function startSession(request: Request, actor: Actor, now: Date): Promise<string> {
  const returnTo = request.session.returnTo;
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(error as Error) : resolve()));
  });
  request.session.userId = actor.id;
  request.session.signedInAt = now.getTime();
  return returnTo && /^\/(?![/\\])/.test(returnTo) ? returnTo : landingFor(actor);
}
