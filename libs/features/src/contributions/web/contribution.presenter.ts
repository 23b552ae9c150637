import { CONTRIBUTION_STATES } from '#domain/contributions/contribution-status.js';
import { CONTRIBUTION_WORKFLOW, takesContributions } from '#domain/contributions/contribution-workflow.js';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS } from '#domain/evidence-returns/evidence-return-choices.js';
import { type ContributedEvidence } from '#domain/evidence-returns/evidence-return-content.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { type ClosedNotice, closedNotice } from '#features/frameworks/clock-day.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type Contribution } from '../contribution.entity.js';
import { type ContributionEvent } from '../contribution-event.entity.js';
import { contributionsPaths as paths } from '../contributions.paths.js';
import { contributionsWords as words, STATE_CLASSES } from '../contributions.words.js';

interface Tag {
  text: string;
  classes: string;
}

export interface EvidenceRow {
  claim: string;
  what: string;
  from: string;
  link: string;
  changeHref: string;
  removeHref: string;
}

/** What stands above every page of a contribution. */
export interface ContributionHead {
  title: string;
  backLink: { text: string; href: string };
  caption: string;
  question: string;
  facts: { key: string; text: string }[];
  tags: Tag[];
}

export interface ContributionPage extends ContributionHead {
  words: typeof words.show;
  closed: string | undefined;
  /** Where the framework is closed. */
  framework: ClosedNotice | undefined;
  answer: string;
  editable: boolean;
  answerHref: string;
  addHref: string;
  evidence: EvidenceRow[];
  reason: string | undefined;
  /** Why whoever asked has withdrawn the question. */
  withdrawn: string | undefined;
  /** Once the return is published: whether it quotes the words. */
  outcome: string | undefined;
  moves: { text: string; href: string; primary: boolean }[];
  history: { title: string; when: string }[];
}

export function stateTags({ state, dueOn, overdueAt }: Pick<Contribution, 'state' | 'dueOn' | 'overdueAt'>, today: string): Tag[] {
  const open = state === 'asked' || state === 'drafted';
  const late = open && dueOn < today ? [{ text: words.overdue, classes: 'govuk-tag--red' }] : state === 'given' && overdueAt ? [{ text: words.late, classes: 'govuk-tag--orange' }] : [];
  return [{ text: CONTRIBUTION_STATES[state], classes: STATE_CLASSES[state] }, ...late];
}

/** @param page the page's own name */
export function contributionHead(contribution: Contribution, page: string, today: string): ContributionHead {
  const { submission, aboutLabel, dueOn, askedAt, question } = contribution;
  const title = `${page}: ${submission.mission?.focusArea ?? submission.framework.title}, ${submission.coversLabel} (${aboutLabel.toLowerCase()})`;
  return {
    title,
    backLink: page === words.show.caption ? { text: words.back, href: paths.list } : { text: 'Back to the contribution', href: paths.show(contribution.id) },
    caption: `${submission.framework.title}, ${submission.organisation.name}`,
    question,
    facts: [
      { key: words.show.facts.by, text: submission.organisation.name },
      { key: words.show.facts.return, text: describeSubmission(submission) },
      { key: words.show.facts.about, text: aboutLabel },
      { key: words.show.facts.due, text: longDate(dueOn) },
      { key: words.show.facts.asked, text: longDate(londonDate(askedAt)) },
    ],
    tags: stateTags(contribution, today),
  };
}

export function contributionPage(contribution: Contribution, events: readonly ContributionEvent[], today: string): ContributionPage {
  const { id, answer, evidence, state, declineReason, withdrawReason, submission } = contribution;
  const framework = closedNotice(submission.framework);
  const open = framework === undefined && takesContributions(submission.status);
  const actions = open ? nextActions(CONTRIBUTION_WORKFLOW, state, ['answerer']).map(({ action, label }) => ({ action, label })) : [];
  const hrefs: Partial<Record<string, string>> = { give: paths.give(id), decline: paths.decline(id), 'take-back': paths.takeBack(id) };
  return {
    ...contributionHead(contribution, words.show.caption, today),
    words: words.show,
    framework,
    closed: open || framework || state === 'not-given' || state === 'withdrawn' || outcomeOf(events) !== undefined ? undefined : words.show.closed,
    answer,
    editable: actions.some(({ action }) => action === 'save'),
    answerHref: paths.answer(id),
    addHref: paths.evidence(id, 'new'),
    evidence: evidenceRows(id, evidence),
    reason: state === 'declined' ? (declineReason ?? undefined) : undefined,
    withdrawn: withdrawReason ?? undefined,
    outcome: outcomeOf(events),
    moves: actions.flatMap(({ action, label }) => {
      const href = hrefs[action];
      return href === undefined ? [] : [{ text: label, href, primary: action === 'give' }];
    }),
    history: events.filter(({ action }) => action !== 'quote' && action !== 'unquote').map(({ action, actorName, at }) => ({ title: words.history[action], when: `${actorName}, ${longDateTime(at)}` })).reverse(),
  };
}

function outcomeOf(events: readonly ContributionEvent[]): string | undefined {
  const published = events.find(({ action }) => action === 'publish');
  return published && (published.text === 'quoted' ? words.show.quoted : words.show.notQuoted);
}

export function evidenceRows(id: string, evidence: readonly ContributedEvidence[]): EvidenceRow[] {
  return evidence.map(({ id: item, claim, kind, strength, source, page, link }) => ({
    claim,
    what: `${EVIDENCE_KINDS[kind]}. ${EVIDENCE_STRENGTHS[strength].words}.`,
    from: `${source}, ${page}`,
    link,
    changeHref: paths.evidence(id, item),
    removeHref: paths.removeEvidence(id, item),
  }));
}

export interface ContributionsListPage {
  title: string;
  words: typeof words.list;
  nothing: string | undefined;
  tables: { id: string; heading: string; rows: { href: string; what: string; covers: string; by: string; due: string; tags: Tag[] }[] }[];
}

export function contributionsListPage(contributions: readonly Contribution[], today: string): ContributionsListPage {
  const table = (id: string, heading: string, states: readonly string[]): ContributionsListPage['tables'] => {
    const rows = contributions.filter(({ state }) => states.includes(state)).map((contribution) => ({
      href: paths.show(contribution.id),
      what: contribution.submission.mission?.focusArea ?? contribution.submission.framework.title,
      covers: `${contribution.submission.coversLabel}. ${contribution.aboutLabel}`,
      by: contribution.submission.organisation.name,
      due: longDate(contribution.dueOn),
      tags: stateTags(contribution, today),
    }));
    return rows.length === 0 ? [] : [{ id, heading, rows }];
  };
  return {
    title: words.list.title,
    words: words.list,
    nothing: contributions.length === 0 ? words.list.nothing : undefined,
    tables: [...table('to-do', words.list.toDo, ['asked', 'drafted']), ...table('answered', words.list.answered, ['given', 'declined']), ...table('closed', words.list.closed, ['not-given', 'withdrawn'])],
  };
}
