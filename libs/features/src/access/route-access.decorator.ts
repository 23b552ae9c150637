import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type Request } from 'express';
import { type Actor, type Permission, VISITOR } from '#domain/access/permissions.js';

export const ROUTE_ACCESS = Symbol('route access');

/** What every route declares: who may come, and the audit event of what it does; `none` for what leaves nothing behind. */
export interface RouteAccess {
  permission: Permission;
  auditEvent: string;
  /** Who writes down a read. */
  notedBy: 'guard' | 'service';
}

declare module 'express-serve-static-core' {
  interface Request {
    actor?: Actor;
  }
}

/**
 * Names a route's permission and its audit event. A route without it is refused (default deny), and a spec walks all routes.
 * A GET with an event is a read worth keeping (an unpublished return); a POST's event is written by its service, and so is that
 * of a page that is asked for every few seconds and not always has something worth keeping.
 */
export const Access = (permission: Permission, auditEvent: string, notedBy: RouteAccess['notedBy'] = 'guard'): MethodDecorator =>
  applyDecorators(SetMetadata(ROUTE_ACCESS, { permission, auditEvent, notedBy } satisfies RouteAccess));

/** Who asks: the signed-in person, or the visitor. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<Request>().actor ?? VISITOR;
});
