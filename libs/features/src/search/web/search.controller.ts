import { Controller, Get, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { questionOf } from '#domain/search/search-question.js';
import { Access } from '#features/access/route-access.decorator.js';
import { isSearchKind } from '../search-kind.js';
import { searchPaths } from '../search.paths.js';
import { SearchService } from '../search.service.js';
import { PAGE_SIZE, PREVIEW_SIZE, searchFound, searchPage } from './search.presenter.js';

const VIEW = 'search/web/views/search.njk';
/** Further pages nobody turns to. */
const LAST_PAGE = 1000;

/** One question to everything that is public. Whatever is typed, the answer is a page. */
@Controller()
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  @Get(searchPaths.search)
  @Access('public.read', 'none')
  async search(@Query('q') given: unknown, @Query('kind') wanted: unknown, @Query('page') paged: unknown, @Res() response: Response): Promise<void> {
    const { question, cut } = questionOf(given);
    if (question === '') {
      response.render(VIEW, searchPage());
      return;
    }
    const address = await this.searches.addressOf(question);
    if (address !== null) {
      response.redirect(303, address);
      return;
    }
    const kind = isSearchKind(wanted) ? wanted : undefined;
    const page = kind !== undefined && typeof paged === 'string' && /^\d{1,4}$/.test(paged) ? Math.min(Math.max(Number(paged), 1), LAST_PAGE) : 1;
    const most = kind === undefined ? PREVIEW_SIZE : PAGE_SIZE;
    response.render(VIEW, searchFound({ question, cut, kind, page }, await this.searches.find(question, { kind, skip: (page - 1) * most, most })));
  }
}
