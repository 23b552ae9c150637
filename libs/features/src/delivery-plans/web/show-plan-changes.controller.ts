import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { marksSince, pairsOf, written } from '#domain/delivery-plans/marks-since.js';
import { textDifference } from '#domain/submissions/text-difference.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type AnswerChange } from '#features/submissions/answer-row.js';
import { backToSubmission, pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';
import { type LastPlan } from '../last-plan.js';
import { PlanCopyingService } from '../plan-copying.service.js';
import { type PlanDossier } from './plan-page.presenter.js';
import { markTags, type Tag } from './show-plan-section.presenter.js';

const words = deliveryPlansWords.since;

interface PlanChangesPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words;
  shared: typeof submissionsWords;
  lead: string;
  counts: string | undefined;
  changed: (AnswerChange & { tags: Tag[] })[];
  unchanged: string[];
  gone: string[];
}

/** The plan beside the department's last one, line by line and word by word: for who writes, signs and reviews it. */
@Controller()
export class ShowPlanChangesController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly copying: PlanCopyingService,
  ) {}

  @Get(deliveryPlansPaths.sinceLastYear(':id'))
  @Access('submission.read', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/since.njk')
  async show(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<PlanChangesPage> {
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    return changesPage(dossier, await this.copying.lastPlan(dossier.submission));
  }
}

function changesPage(dossier: PlanDossier, last: LastPlan | null): PlanChangesPage {
  const page = { title: pageTitle(words.title, dossier.submission), backLink: backToSubmission(dossier), head: submissionHead(dossier), words, shared: submissionsWords };
  if (!last) return { ...page, lead: words.first, counts: undefined, changed: [], unchanged: [], gone: [] };
  const { coversLabel, reference, version } = last.source;
  const after = written(dossier.content);
  const pairs = pairsOf(written(last.content), after);
  const { marks, gone } = marksSince(last.content, dossier.content);
  const count = (mark: string): number => Object.values(marks).filter((each) => each === mark).length;
  const different = after.filter(({ key }) => marks[key] !== 'unchanged');
  return {
    ...page,
    lead: words.lead(coversLabel, reference, version),
    counts: words.counts({ new: count('new'), changed: count('changed'), unchanged: count('unchanged'), gone: gone.length }),
    changed: different.map(({ key, title, text }) => ({
      title,
      changes: textDifference(pairs.get(key)?.text ?? '', text),
      tags: markTags({ sinceLastYear: { ...last.source, marks, gone } }, key),
    })),
    unchanged: after.filter(({ key }) => marks[key] === 'unchanged').map(({ title }) => title),
    gone,
  };
}
