import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { type EvidenceReturnPage, evidenceReturnPage } from './show-evidence-return.presenter.js';

/** The overview of a return: task list while it is written, answers afterwards. */
@Controller()
export class ShowEvidenceReturnController {
  constructor(private readonly submissions: SubmissionsQueries) {}

  @Get(evidenceReturnsPaths.show(':id'))
  @Access('submission.read', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/show.njk')
  async show(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<EvidenceReturnPage> {
    return evidenceReturnPage(await this.submissions.dossier(actor, 'evidence-return', id));
  }
}
