import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { frameworksPaths } from '../frameworks.paths.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { frameworksWords as words } from '../frameworks.words.js';
import { frameworksList } from './frameworks-list.presenter.js';
import { filterOf, isSet } from './missions-filter.js';
import { FrameworkPageService } from './framework-page.service.js';

const VIEW = 'frameworks/web/views/framework.njk';

@Controller()
export class FrameworksController {
  constructor(
    private readonly cache: PageCache,
    private readonly frameworks: FrameworksQueries,
    private readonly pages: FrameworkPageService,
  ) {}

  /** The one framework that runs, or the list of them. */
  @Get(frameworksPaths.home)
  @Access('public.read', 'none')
  async home(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'frameworks/web/views/home.njk',
      model: async () => {
        const all = await this.frameworks.all();
        const [only] = all;
        if (only && all.length === 1) return { one: true, ...(await this.pages.page(only)) };
        const running = all.filter(({ closedAt }) => closedAt === null);
        return running.length === 1 && running[0] ? { one: true, ...(await this.pages.page(running[0])), others: words.others, othersHref: frameworksPaths.list } : frameworksList(words.home.title, all);
      },
    });
  }

  /** Every framework, open and closed. */
  @Get(frameworksPaths.list)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'frameworks/web/views/home.njk', model: async () => frameworksList(words.list.title, await this.frameworks.all()) });
  }

  @Get(frameworksPaths.framework(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const filter = filterOf(query);
    const model = async (): Promise<object> => {
      const framework = await this.frameworks.bySlug(slug);
      if (!framework) throw ApplicationError.notFound('That framework');
      return this.pages.page(framework, isSet(filter) ? filter : undefined);
    };
    // the cache knows pages by their path alone
    if (isSet(filter)) response.render(VIEW, await model());
    else await this.cache.send(request, response, { view: VIEW, model });
  }
}
