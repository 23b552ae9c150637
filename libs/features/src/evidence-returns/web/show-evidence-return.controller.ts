import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { isUntouched } from '#domain/evidence-returns/copy-forward.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { LastReturns } from '../last-returns.queries.js';
import { NewReleases } from '../new-releases.queries.js';
import { ReturnParts } from '../return-parts.js';
import { type EvidenceReturnPage, evidenceReturnPage } from './show-evidence-return.presenter.js';

/** The overview of a return: task list while it is written, answers afterwards. */
@Controller()
export class ShowEvidenceReturnController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly lastReturns: LastReturns,
    private readonly newReleases: NewReleases,
    private readonly parts: ReturnParts,
  ) {}

  @Get(evidenceReturnsPaths.show(':id'))
  @Access('submission.read', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/show.njk')
  async show(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<EvidenceReturnPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const last = dossier.draft ? await this.lastReturns.before(dossier.submission) : null;
    const mayBeNil = last !== null && (await this.newReleases.since(dossier.submission.missionId, last.submittedAt)).length === 0;
    return evidenceReturnPage(dossier, { last: isUntouched(dossier.content) ? last : null, mayBeNil, sections: this.parts.sections() });
  }
}
