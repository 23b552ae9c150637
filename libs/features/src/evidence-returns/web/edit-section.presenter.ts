import { type Request, type Response } from 'express';
import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent, type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { openRequests, type OpenRequest } from '#features/submissions/history.presenter.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords as words } from '../evidence-returns.words.js';

/** A page with one section's form. */
export interface SectionPage<Values extends object> {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  heading: string;
  words: typeof words;
  /** What the council or the SRO asks of this section. */
  requests: OpenRequest[];
  form: FormState<Values & SeenValues>;
}

/** @throws ApplicationError 409 while nobody may write on it, 403 for whoever never may. */
export function sectionPage<Values extends object>(
  request: Request,
  dossier: Dossier<'evidence-return'>,
  section: EvidenceReturnSection,
  values: (content: EvidenceReturnContent) => Values,
): SectionPage<Values> {
  requireMove(dossier, 'save');
  const heading = words.sectionTitles[section];
  return {
    title: pageTitle(heading, dossier.submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    heading,
    words,
    requests: requestsFor(dossier, heading),
    form: takeFormState(request, { ...values(dossier.content), ...seen(dossier) }),
  };
}

/** Goes on to the next section, or back to the overview for those who leave. */
export function afterSaving(request: Request, response: Response, id: string, saved: { section: EvidenceReturnSection; then?: string }): void {
  const next = EVIDENCE_RETURN_SECTIONS[EVIDENCE_RETURN_SECTIONS.findIndex(({ key }) => key === saved.section) + 1];
  if (saved.then === 'later') {
    request.session.notice = { title: 'Success', text: words.saved(words.sectionTitles[saved.section]) };
    response.redirect(303, paths.show(id));
  } else response.redirect(303, next ? paths.section(id, next.key) : paths.check(id));
}

function requestsFor({ events, sections }: Dossier<'evidence-return'>, title: string): OpenRequest[] {
  return openRequests(events, sections)
    .map(({ heading, reasons }) => ({ heading, reasons: reasons.filter(({ section }) => section === undefined || section === title) }))
    .filter(({ reasons }) => reasons.length > 0);
}
