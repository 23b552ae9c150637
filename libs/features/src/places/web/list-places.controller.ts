import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { areasNamed } from '#domain/areas/area-search.js';
import { registeredName } from '#domain/areas/common-name.js';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { placesPaths } from '../places.paths.js';
import { type ListedArea, PlacesQueries } from '../places.queries.js';
import { longestWord, placesFound, placesListPage } from './places-list.presenter.js';

const VIEW = 'places/web/views/list.njk';
/** One letter is in nearly every name. */
const FEWEST_LETTERS = 2;
/** Longer names are in no register. */
const LONGEST_NAME = 100;

@Controller()
export class ListPlacesController {
  constructor(
    private readonly cache: PageCache,
    private readonly places: PlacesQueries,
    private readonly clock: Clock,
  ) {}

  /** Without a question the kept page; a search is answered anew, for its address is that of the page. */
  @Get(placesPaths.list)
  @Access('public.read', 'none')
  async list(@Query('q') question: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = (typeof question === 'string' ? question : '').trim().replaceAll(/\s+/g, ' ').slice(0, LONGEST_NAME);
    const today = this.clock.today();
    if (asked === '') await this.cache.send(request, response, { view: VIEW, model: async () => placesListPage(await this.places.large(today)) });
    else response.render(VIEW, placesFound(asked, await this.candidates(asked), today));
  }

  /** Undefined where too little was asked; by the register's name too, where people have another. */
  private async candidates(asked: string): Promise<ListedArea[] | undefined> {
    const names = [registeredName(asked), asked].filter((name) => name !== undefined);
    if (longestWord(asked).length < FEWEST_LETTERS) return undefined;
    const found = new Map<string, ListedArea>();
    for (const name of names) for (const area of areasNamed(await this.places.candidates(name, longestWord(name)), name)) found.set(area.code, area);
    return [...found.values()];
  }
}
