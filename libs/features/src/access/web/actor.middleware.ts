import { Injectable, type NestMiddleware } from '@nestjs/common';
import { type NextFunction, type Request, type Response } from 'express';
import { VISITOR } from '#domain/access/permissions.js';
import { Clock } from '#platform/clock/clock.js';
import { ABSOLUTE_MS } from '#platform/pages/session.js';
import { accessWords } from '../access.words.js';
import { ActorsService } from '../actors.service.js';
import { FOOTER_LINKS, navigationFor } from './navigation.js';

/** Finds out who asks, and hands the layout its navigation. A session older than its absolute limit is ended here. */
@Injectable()
export class ActorMiddleware implements NestMiddleware {
  constructor(
    private readonly actors: ActorsService,
    private readonly clock: Clock,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    request.actor = VISITOR;
    const userId = request.session?.userId;
    if (userId) {
      const tooOld = this.clock.now().getTime() - (request.session.signedInAt ?? 0) > ABSOLUTE_MS;
      const actor = tooOld ? undefined : await this.actors.actorOf(userId);
      if (actor) request.actor = actor;
      else {
        delete (request.session as { userId?: string }).userId;
        response.locals['notice'] = tooOld ? { title: 'Signed out', text: accessWords.tooOld } : undefined;
      }
    }
    response.locals['actor'] = request.actor;
    response.locals['navigation'] = navigationFor(request.actor, pathOf(request));
    response.locals['footerLinks'] = FOOTER_LINKS;
    next();
  }
}

/** The address as the visitor sees it: inside a mounted middleware `request.path` is what is left of it. */
function pathOf(request: Request): string {
  return request.originalUrl.split('?')[0] ?? '/';
}
