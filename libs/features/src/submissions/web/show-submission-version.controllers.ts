import { Controller, Get, Param, ParseIntPipe, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '../submission-id.decorator.js';
import { SubmissionPages } from '../submission-pages.js';
import { submissionsPaths } from '../submissions.paths.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { forEachKind } from '../kind-controllers.js';
import { versionPage, type VersionPage } from './version.presenter.js';

/** One delivered version, word for word, and what changed since the one before. */
export const versionControllers = forEachKind((kind, noun) => {
  @Controller()
  class ShowSubmissionVersionController {
    constructor(
      private readonly queries: SubmissionsQueries,
      private readonly pages: SubmissionPages,
    ) {}

    @Get(submissionsPaths.version(kind, ':id', ':number'))
    @Access('submission.read', `${noun}_READ`)
    @Render('submissions/web/views/version.njk')
    async show(
      @CurrentActor() actor: Actor,
      @SubmissionId() id: string,
      @Param('number', new ParseIntPipe({ errorHttpStatusCode: 404 })) number: number,
    ): Promise<VersionPage> {
      return versionPage(await this.queries.dossier(actor, kind, id), number, this.pages.of(kind));
    }
  }
  return ShowSubmissionVersionController;
});
