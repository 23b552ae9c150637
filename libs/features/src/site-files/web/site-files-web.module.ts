import { Module } from '@nestjs/common';
import { PublicAddressesQueries } from '../public-addresses.queries.js';
import { SiteTextsController } from './site-texts.controller.js';
import { SitemapController } from './sitemap.controller.js';

@Module({ controllers: [SitemapController, SiteTextsController], providers: [PublicAddressesQueries] })
export class SiteFilesWebModule {}
