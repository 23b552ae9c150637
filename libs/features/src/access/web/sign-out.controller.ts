import { Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { accessPaths } from '../access.paths.js';
import { Access, CurrentActor } from '../route-access.decorator.js';
import { SignInService } from '../sign-in.service.js';

/** Asks, then ends the session on the server. A plain link may not sign anybody out. */
@Controller()
export class SignOutController {
  constructor(private readonly signIn: SignInService) {}

  @Get(accessPaths.signOut)
  @Access('session.end', 'none')
  @Render('access/web/views/sign-out.njk')
  ask(@CurrentActor() actor: Actor): { title: string; name: string } {
    return { title: 'Sign out', name: actor.name };
  }

  @Post(accessPaths.signOut)
  @Access('session.end', 'SIGNED_OUT')
  async end(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.signIn.recordSignOut(actor.id);
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((error: unknown) => (error ? reject(error as Error) : resolve()));
    });
    // The back button shows nobody else what was on the screen.
    response.set('Clear-Site-Data', '"cache"').redirect(303, '/');
  }
}
