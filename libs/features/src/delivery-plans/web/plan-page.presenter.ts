import { type Request, type Response } from 'express';
import { DELIVERY_PLAN_SECTIONS, type DeliveryPlanSection } from '#domain/delivery-plans/delivery-plan-content.js';
import { PLAN_LISTS, type PlanList } from '#domain/delivery-plans/plan-lists.js';
import { openRequests, type OpenRequest } from '#features/submissions/history.presenter.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { backToSubmission, pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { deliveryPlansPaths as paths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';

export type PlanDossier = Dossier<'delivery-plan'>;

/** What stands on every page where the plan is written. */
export interface PlanWritingPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  heading: string;
  words: typeof words;
}

/** @param back where the page leads back to; the plan's overview where it is not said
 *  @throws ApplicationError 409 while nobody may write on it, 403 for whoever never may. */
export function writingPage(dossier: PlanDossier, heading: string, back?: { text: string; href: string }): PlanWritingPage {
  requireMove(dossier, 'save');
  const section = DELIVERY_PLAN_SECTIONS.find(({ title }) => title === heading)?.key;
  return { title: pageTitle(heading, dossier.submission), backLink: back ?? backToSubmission(dossier), head: submissionHead(dossier, section), heading, words };
}

export function titleOfSection(section: DeliveryPlanSection): string {
  return DELIVERY_PLAN_SECTIONS.find(({ key }) => key === section)?.title ?? section;
}

/** The way back from a small page to its section's list. */
export function backToSection(id: string, section: DeliveryPlanSection): { text: string; href: string } {
  return { text: `Back to ${titleOfSection(section).toLowerCase()}`, href: paths.section(id, section) };
}

/** What the council or the SRO asks of one section. */
export function requestsFor({ events, sections }: PlanDossier, section: DeliveryPlanSection): OpenRequest[] {
  const title = titleOfSection(section);
  return openRequests(events, sections)
    .map(({ heading, reasons }) => ({ heading, reasons: reasons.filter((reason) => reason.section === undefined || reason.section === title) }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** The section after one, with its page; after the last comes the check. */
export function nextSection(id: string, section: DeliveryPlanSection): { text: string; href: string } {
  const next = DELIVERY_PLAN_SECTIONS[DELIVERY_PLAN_SECTIONS.findIndex(({ key }) => key === section) + 1];
  return next ? { text: next.title.toLowerCase(), href: hrefOfSection(id, next.key) } : { text: words.sections.check.toLowerCase(), href: paths.check(id) };
}

export function hrefOfSection(id: string, section: DeliveryPlanSection): string {
  if (section === 'attachments') return paths.attachments(id);
  return section === 'summary' ? paths.summary(id) : paths.section(id, section);
}

/** Goes on, or back to the overview for those who leave; both say that it is saved. */
export function afterSaving(request: Request, response: Response, to: { text: string; href: string; id: string; then?: string | undefined }): void {
  request.session.notice = { title: 'Success', text: to.text };
  response.redirect(303, to.then === 'later' ? paths.show(to.id) : to.href);
}

/** @throws ApplicationError 404 for what is no section with a list; the files have pages of their own. */
export function requireSection(text: string): DeliveryPlanSection {
  const section = DELIVERY_PLAN_SECTIONS.find(({ key }) => key === text)?.key;
  if (!section || section === 'summary' || section === 'attachments') throw ApplicationError.notFound(words.aSection);
  return section;
}

/** @throws ApplicationError 404 for what is no list of a plan. */
export function requireList(text: string): PlanList {
  const list = PLAN_LISTS.find((candidate) => candidate === text);
  if (!list) throw ApplicationError.notFound(words.aSection);
  return list;
}
