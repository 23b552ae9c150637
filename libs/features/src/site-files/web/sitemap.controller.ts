import { Readable } from 'node:stream';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type PublicAddress, PublicAddressesQueries } from '../public-addresses.queries.js';
import { siteFilesPaths } from '../site-files.paths.js';

/** Addresses in one file: the protocol allows 50,000, and a reader wants no file of many megabytes. */
const MOST = 20_000;

/** Every public page for search engines; a list of lists where there are many. Answered anew: it hangs on the minute. */
@Controller()
export class SitemapController {
  constructor(
    private readonly addresses: PublicAddressesQueries,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  @Get(siteFilesPaths.sitemap)
  @Access('public.read', 'none')
  async all(@Res() response: Response): Promise<void> {
    const all = await this.addresses.all(this.clock.now());
    if (all.length <= MOST) await this.send(response, all);
    else {
      const parts = Array.from({ length: Math.ceil(all.length / MOST) }, (_, index) => ({ url: `${this.settings.baseUrl}${siteFilesPaths.sitemapPart(index + 1)}` }));
      answer(response, await streamToPromise(Readable.from(parts).pipe(new SitemapIndexStream())));
    }
  }

  @Get(siteFilesPaths.sitemapPart(':number'))
  @Access('public.read', 'none')
  async part(@Param('number') number: string, @Res() response: Response): Promise<void> {
    const all = await this.addresses.all(this.clock.now());
    const at = /^[1-9]\d{0,3}$/.test(number) ? (Number(number) - 1) * MOST : -1;
    if (at < 0 || at >= all.length) throw ApplicationError.notFound('That part of the sitemap');
    await this.send(response, all.slice(at, at + MOST));
  }

  private async send(response: Response, addresses: readonly PublicAddress[]): Promise<void> {
    const lines = addresses.map(({ path, changedAt }) => ({ url: path, ...(changedAt ? { lastmod: changedAt.toISOString() } : {}) }));
    answer(response, await streamToPromise(Readable.from(lines).pipe(new SitemapStream({ hostname: this.settings.baseUrl, xmlns: { news: false, xhtml: false, image: false, video: false } }))));
  }
}

/** Express adds the ETag, and answers 304 to who has it. */
function answer(response: Response, body: Buffer): void {
  response.set({ 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, no-cache' }).send(body);
}
