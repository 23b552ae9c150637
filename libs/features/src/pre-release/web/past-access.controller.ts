import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { longDateTime } from '#platform/pages/dates.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { preReleasePaths } from '../pre-release.paths.js';
import { PreReleaseQueries } from '../pre-release.queries.js';
import { preReleaseWords } from '../pre-release.words.js';

const { access, manage } = preReleaseWords;

/** Who had access before publication, for everybody. */
@Controller()
export class PastAccessController {
  constructor(
    private readonly queries: PreReleaseQueries,
    private readonly pages: PageCache,
  ) {}

  @Get(preReleasePaths.access)
  @Access('public.read', 'none')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, { view: 'pre-release/web/views/access.njk', model: () => this.page() });
  }

  private async page(): Promise<object> {
    const windows = await this.queries.past();
    return {
      title: access.title,
      words: access,
      nothing: windows.length === 0 ? access.nothing : undefined,
      rows: windows.map(({ release, hoursBefore, bodies }) => ({
        release: `${release.publisher}, ${release.fileName}`,
        hour: release.publishedAt ? longDateTime(release.publishedAt) : '',
        access: manage.window(hoursBefore, bodies.map(({ organisation }) => organisation.name).join('; ')),
      })),
    };
  }
}
