import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request, type Response } from 'express';
import { type Actor, auditName, may, type Permission, PERMISSIONS, VISITOR } from '#domain/access/permissions.js';
import { scopesWith } from '#domain/access/token-scopes.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { BEARER_CHALLENGE } from './bearer-challenge.js';
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
    if (!may(actor, access.permission)) throw refusalOf(actor, access.permission, context.switchToHttp().getResponse<Response>());
    // HEAD runs the handler too, and its length tells of the page.
    if (['GET', 'HEAD'].includes(request.method) && access.auditEvent !== 'none' && access.notedBy === 'guard') {
      await this.unitOfWork.note({ actor: auditName(actor), event: access.auditEvent, subject: `page:${request.path}` });
    }
    return true;
  }
}

/** A page asks to sign in; the API asks for a token by RFC 6750, or says which scope the token lacks. */
function refusalOf(actor: Actor, permission: Permission, response: Response): ApplicationError {
  const isApi = response.req.path.startsWith('/api/');
  if (actor.kind === 'visitor' && PERMISSIONS[permission] !== 'anyone') {
    if (isApi) response.set('WWW-Authenticate', BEARER_CHALLENGE);
    return new ApplicationError('sign-in-required', 'sign-in-required', isApi ? 'This needs a token' : 'Sign in to see this page');
  }
  if (actor.limitedTo && !actor.limitedTo.includes(permission)) {
    response.set('WWW-Authenticate', `${BEARER_CHALLENGE}, error="insufficient_scope", scope="${scopesWith(permission).join(' ')}"`);
    return ApplicationError.forbidden('The token’s scopes do not cover this', 'insufficient-scope');
  }
  return ApplicationError.forbidden('Your account does not have the role for this');
}

/** The first line of every service method that people reach. */
export function requirePermission(actor: Parameters<typeof may>[0], permission: Parameters<typeof may>[1]): void {
  if (!may(actor, permission)) throw ApplicationError.forbidden('Your account does not have the role for this');
}
