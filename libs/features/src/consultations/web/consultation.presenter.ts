import { type Actor, may } from '#domain/access/permissions.js';
import { CONSULTATION_STATES } from '#domain/consultations/consultation-status.js';
import { CONSULTATION_WORKFLOW } from '#domain/consultations/consultation-workflow.js';
import { REPLY_WORKFLOW } from '#domain/consultations/reply-workflow.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { contributionsPaths } from '#features/contributions/contributions.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Consultation } from '../consultation.entity.js';
import { type ConsultationReply } from '../consultation-reply.entity.js';
import { consultationsPaths as paths } from '../consultations.paths.js';
import { consultationsWords, STATE_CLASSES } from '../consultations.words.js';

const words = consultationsWords.show;

interface Tag {
  text: string;
  classes: string;
}

interface Button {
  text: string;
  href: string;
  primary: boolean;
}

export interface ConsultationPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  tags: Tag[];
  question: string;
  facts: { key: string; text: string; href?: string }[];
  documents: { title: string; link: string }[];
  own: { text: string; buttons: Button[] } | undefined;
  moves: Button[];
  overdue: string | undefined;
  response: { changes: string; reason: string; when: string } | undefined;
  withdrawn: string | undefined;
  invited: { text: string; href: string }[];
  repliesLater: boolean;
  replies: { id: string; body: string; text: string | undefined; note: string }[];
  /** Names of those who did not reply; undefined before the last day. */
  noReply: string | undefined;
  nobody: boolean;
}

export function consultationTags({ state, respondBy, overdueAt }: Consultation, today: string): Tag[] {
  const late = overdueAt !== null || (state === 'closed' && respondBy < today);
  return [{ text: CONSULTATION_STATES[state], classes: STATE_CLASSES[state] }, ...(late && state === 'closed' ? [{ text: consultationsWords.overdue, classes: 'govuk-tag--red' }] : [])];
}

export function aboutConsultation({ mission, target }: Consultation): string {
  return target ? words.target(mission.focusArea, target.title) : words.wholeMission(mission.focusArea);
}

/**
 * What one reader sees: everybody the question and, after the last day, every reply whole or that it is confidential; a body its
 * own reply's standing; whoever asked the confidential words too.
 */
export function consultationPage(consultation: Consultation, replies: readonly ConsultationReply[], actor: Actor, today: string): ConsultationPage {
  const { reference, title, state, question, documents, mission, organisation, opensOn, closesOn, respondBy, changes, reason, endedAt } = consultation;
  const isAsker = actor.organisationId === consultation.organisationId && may(actor, 'consultation.open');
  const published = state === 'closed' || state === 'responded';
  const sent = published ? replies.filter((reply) => reply.state === 'sent') : [];
  const own = may(actor, 'consultation.answer') ? replies.find(({ organisationId }) => organisationId === actor.organisationId) : undefined;
  return {
    title: `${title} (${reference})`,
    backLink: { text: words.back, href: paths.list },
    words,
    tags: consultationTags(consultation, today),
    question,
    facts: [
      { key: words.facts.about, text: aboutConsultation(consultation), href: missionsPaths.mission(mission.framework.slug, mission.slug) },
      { key: words.facts.by, text: organisation.name, ...(organisation.kind === 'department' ? { href: contributionsPaths.body(organisation.slug) } : {}) },
      { key: words.facts.from, text: longDate(opensOn) },
      { key: words.facts.to, text: longDate(closesOn) },
      { key: words.facts.respondBy, text: longDate(respondBy) },
    ],
    documents,
    own: own && { text: words.own[own.state], buttons: replyButtons(reference, own, state === 'open') },
    moves: isAsker ? askerButtons(consultation) : [],
    overdue: state === 'closed' && respondBy < today ? words.noResponse(longDate(respondBy)) : undefined,
    response: state === 'responded' ? { changes: changes ?? '', reason: reason ?? '', when: endedAt ? longDate(londonDate(endedAt)) : '' } : undefined,
    withdrawn: state === 'withdrawn' ? (reason ?? '') : undefined,
    invited: replies.map((reply) => ({ text: reply.organisation.name, href: contributionsPaths.body(reply.organisation.slug) })),
    repliesLater: state === 'announced' || state === 'open',
    replies: sent.map((reply) => replyBlock(reply, isAsker)),
    noReply: published ? replies.filter((reply) => reply.state !== 'sent').map((reply) => reply.organisation.name).join('; ') || undefined : undefined,
    nobody: published && sent.length === 0,
  };
}

function replyBlock({ id, organisation, text, confidential, confidentialReason, sentAt }: ConsultationReply, isAsker: boolean): ConsultationPage['replies'][number] {
  const when = sentAt ? words.sent(longDate(londonDate(sentAt))) : '';
  if (!confidential) return { id, body: organisation.name, text, note: when };
  const note = words.confidential(confidentialReason);
  return { id, body: organisation.name, text: isAsker ? text : undefined, note: isAsker ? `${words.confidentialForYou} ${note}` : note };
}

function replyButtons(reference: string, { state }: ConsultationReply, open: boolean): Button[] {
  const known: Partial<Record<string, Omit<Button, 'primary'>>> = {
    save: { text: words.write, href: paths.reply(reference) }, send: { text: words.send, href: paths.send(reference) }, 'take-back': { text: words.takeBack, href: paths.takeBack(reference) },
  };
  const actions = open ? nextActions(REPLY_WORKFLOW, state, ['body']).filter(({ action }) => action !== 'send' || state === 'drafted') : [];
  return actions.flatMap(({ action }) => {
    const button = known[action];
    return button ? [{ ...button, primary: action === 'send' || state === 'invited' }] : [];
  });
}

function askerButtons({ state, reference }: Consultation): Button[] {
  return nextActions(CONSULTATION_WORKFLOW, state, ['asker']).flatMap(({ action }): Button[] => {
    if (action === 'respond') return [{ text: words.respond, href: paths.respond(reference), primary: true }];
    return action === 'withdraw' ? [{ text: words.withdraw, href: paths.withdraw(reference), primary: false }] : [];
  });
}
