import { Controller, Get, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { contactOf, securityText } from '../security-text.js';
import { siteFilesPaths } from '../site-files.paths.js';

/** What has no end, is for one reader, or is a form: nothing for an index. */
const NOT_INDEXED = ['/search', '/sign-in', '/sign-out', '/drafts/'];

/** Texts at the addresses that the web's customs fix. */
@Controller()
export class SiteTextsController {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get(siteFilesPaths.robots)
  @Access('public.read', 'none')
  robots(@Res() response: Response): void {
    const lines = ['User-agent: *', ...NOT_INDEXED.map((path) => `Disallow: ${path}`), '', `Sitemap: ${this.settings.baseUrl}${siteFilesPaths.sitemap}`];
    answer(response, `${lines.join('\n')}\n`);
  }

  /** Where to report a weakness (RFC 9116). */
  @Get(siteFilesPaths.security)
  @Access('public.read', 'none')
  security(@Res() response: Response): void {
    const { SECURITY_CONTACT, MAIL_FROM, baseUrl } = this.settings;
    answer(response, securityText({ contact: contactOf(SECURITY_CONTACT, MAIL_FROM), baseUrl, path: siteFilesPaths.security, now: this.clock.now() }));
  }
}

function answer(response: Response, text: string): void {
  response.set({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, no-cache' }).send(text);
}
