import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { auditName, may, PERMISSIONS, VISITOR } from '#domain/access/permissions.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.decorator.js';

/** Default deny: a route without a declared permission answers 403 to everybody. Audited reads are written before they are shown. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (!access) throw ApplicationError.forbidden('This address declares no permission', 'no-permission-declared');
    const request = context.switchToHttp().getRequest<Request>();
    const actor = request.actor ?? VISITOR;
    if (!may(actor, access.permission)) {
      if (actor.kind === 'visitor' && PERMISSIONS[access.permission] !== 'anyone') {
        throw new ApplicationError('sign-in-required', 'sign-in-required', 'Sign in to see this page');
      }
      throw ApplicationError.forbidden('Your account does not have the role for this');
    }
    // HEAD runs the handler too, and its length tells of the page.
    if (['GET', 'HEAD'].includes(request.method) && access.auditEvent !== 'none') {
      await this.unitOfWork.run(
        { actor: auditName(actor), event: access.auditEvent, subject: `page:${request.path}` },
        async () => undefined,
      );
    }
    return true;
  }
}

/** The first line of every service method that people reach. */
export function requirePermission(actor: Parameters<typeof may>[0], permission: Parameters<typeof may>[1]): void {
  if (!may(actor, permission)) throw ApplicationError.forbidden('Your account does not have the role for this');
}
