import { type Request, type Response } from 'express';
import { type EvidenceReturnContent, type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { openRequests, type OpenRequest } from '#features/submissions/history.presenter.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
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

/** A page that lists a section's items: nothing to save on it but what the items' own pages save. */
export interface ListedSection {
  continueHref: string;
  laterHref: string;
}

/** @throws ApplicationError 409 while nobody may write on it or its sections are closed, 403 for whoever never may. */
export function sectionPage<Values extends object>(
  request: Request,
  dossier: Dossier<'evidence-return'>,
  section: EvidenceReturnSection,
  values: (content: EvidenceReturnContent) => Values,
): SectionPage<Values> {
  requireMove(dossier, 'save');
  if (dossier.content.nil) throw ApplicationError.conflict(words.nil.isNil, 'nil-return');
  const heading = words.sectionTitles[section];
  return {
    title: pageTitle(heading, dossier.submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier, section),
    heading,
    words,
    requests: requestsFor(dossier, heading),
    form: takeFormState(request, { ...values(dossier.content), ...seen(dossier) }),
  };
}

/** The same for one item of a section: with a heading of its own, and back to the list. */
export function itemPage<Values extends object>(
  request: Request,
  dossier: Dossier<'evidence-return'>,
  { section, heading, name }: { section: EvidenceReturnSection; heading: string; name?: string },
  values: Values,
): SectionPage<Values> {
  const page = sectionPage(request, dossier, section, () => values);
  return {
    ...page,
    title: pageTitle(name ? `${heading}: ${name}` : heading, dossier.submission),
    backLink: { text: `Back to ${words.sectionTitles[section].toLowerCase()}`, href: paths.section(dossier.submission.id, section) },
    heading,
  };
}

export function listedSection(id: string, section: EvidenceReturnSection, sections: readonly EvidenceReturnSection[]): ListedSection {
  return { continueHref: nextPage(id, section, sections), laterHref: paths.show(id) };
}

/** Goes on to the next section, or back to the overview for those who leave. */
export function afterSaving(
  request: Request,
  response: Response,
  id: string,
  { section, then, sections }: { section: EvidenceReturnSection; then: string | undefined; sections: readonly EvidenceReturnSection[] },
): void {
  if (then === 'later') leave(request, response, id, section);
  else response.redirect(303, nextPage(id, section, sections));
}

/** Goes back to the list of the section, or to the overview for those who leave. */
export function afterSavingItem(request: Request, response: Response, id: string, { section, then }: { section: EvidenceReturnSection; then: string | undefined }): void {
  if (then === 'later') leave(request, response, id, section);
  else response.redirect(303, paths.section(id, section));
}

function leave(request: Request, response: Response, id: string, section: EvidenceReturnSection): void {
  request.session.notice = { title: 'Success', text: words.saved(words.sectionTitles[section]) };
  response.redirect(303, paths.show(id));
}

function nextPage(id: string, section: EvidenceReturnSection, sections: readonly EvidenceReturnSection[]): string {
  const next = sections[sections.indexOf(section) + 1];
  return next ? paths.section(id, next) : paths.check(id);
}

function requestsFor({ events, sections }: Dossier<'evidence-return'>, title: string): OpenRequest[] {
  return openRequests(events, sections)
    .map(({ heading, reasons }) => ({ heading, reasons: reasons.filter(({ section }) => section === undefined || section === title) }))
    .filter(({ reasons }) => reasons.length > 0);
}
