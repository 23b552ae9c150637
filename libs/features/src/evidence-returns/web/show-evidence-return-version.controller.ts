import { Controller, Get, Param, ParseIntPipe, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { deliveredVersion, versionPage, type VersionPage } from '#features/submissions/version.presenter.js';
import { answerRows, comparedRows } from '../evidence-return-answers.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { figuresTable, type FiguresTable } from './figures-table.presenter.js';

/** One delivered version, word for word, and what changed since the one before. */
@Controller()
export class ShowEvidenceReturnVersionController {
  constructor(private readonly submissions: SubmissionsQueries) {}

  @Get(evidenceReturnsPaths.version(':id', ':number'))
  @Access('submission.read', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/version.njk')
  async show(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('number', new ParseIntPipe({ errorHttpStatusCode: 404 })) number: number,
  ): Promise<VersionPage & { figures: FiguresTable }> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const version = deliveredVersion(dossier, number);
    const page = versionPage(dossier, version, { rows: comparedRows, shown: answerRows });
    return { ...page, figures: figuresTable(version.content.figures) };
  }
}
