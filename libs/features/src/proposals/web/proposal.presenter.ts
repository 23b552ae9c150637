import { type Actor } from '#domain/access/permissions.js';
import { PROPOSAL_OUTCOMES, PROPOSAL_STATES } from '#domain/proposals/proposal-status.js';
import { isAnswerOverdue, positionsTowardsProposal, PROPOSAL_WORKFLOW } from '#domain/proposals/proposal-workflow.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { directorsPaths } from '#features/directors/directors.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type Proposal } from '../proposal.entity.js';
import { type ProposalEvent } from '../proposal-event.entity.js';
import { proposalsPaths as paths } from '../proposals.paths.js';
import { OUTCOME_CLASSES, proposalsWords, STATE_CLASSES } from '../proposals.words.js';

const words = proposalsWords.show;

interface Tag {
  text: string;
  classes: string;
}

export interface ProposalRow {
  href: string;
  title: string;
  reference: string;
  by: string;
  place: { text: string; href: string };
  to: string;
  due: string;
  tags: Tag[];
}

export interface ProposalsListPage {
  title: string;
  words: typeof proposalsWords.list;
  submitHref: string | undefined;
  directorsHref: string;
  nothing: string | undefined;
  rows: ProposalRow[];
}

export interface ProposalPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  tags: Tag[];
  overdue: string | undefined;
  facts: { key: string; text: string; href?: string }[];
  texts: { heading: string; text: string }[];
  answer: { heading: string; text: string; by: string } | undefined;
  moves: { text: string; href: string; primary: boolean }[];
  history: { title: string; when: string }[];
}

export function proposalTags({ state, outcome, answerDueOn, overdueAt }: Proposal, today: string): Tag[] {
  const standing = state === 'answered' && outcome ? { text: PROPOSAL_OUTCOMES[outcome], classes: OUTCOME_CLASSES[outcome] } : { text: PROPOSAL_STATES[state], classes: STATE_CLASSES[state] };
  if (isAnswerOverdue({ state, answerDueOn }, today)) return [standing, { text: proposalsWords.overdue, classes: 'govuk-tag--red' }];
  return overdueAt && state === 'answered' ? [standing, { text: proposalsWords.late, classes: 'govuk-tag--orange' }] : [standing];
}

export function proposalRow(proposal: Proposal, today: string): ProposalRow {
  const { reference, title, organisation, department, areaCode, areaName, answerDueOn, endedAt } = proposal;
  return {
    href: paths.show(reference), title, reference, by: organisation.name, place: { text: areaName, href: placesPaths.place(areaCode) }, to: department.name,
    due: endedAt ? proposalsWords.list.ended(longDate(londonDate(endedAt))) : proposalsWords.list.due(longDate(answerDueOn)), tags: proposalTags(proposal, today),
  };
}

export function proposalsListPage(proposals: readonly Proposal[], { today, maySubmit }: { today: string; maySubmit: boolean }): ProposalsListPage {
  return {
    title: proposalsWords.list.title,
    words: proposalsWords.list,
    submitHref: maySubmit ? paths.submit : undefined,
    directorsHref: directorsPaths.list,
    nothing: proposals.length === 0 ? proposalsWords.list.nothing : undefined,
    rows: proposals.map((proposal) => proposalRow(proposal, today)),
  };
}

export function proposalPage(proposal: Proposal, events: readonly ProposalEvent[], actor: Actor, today: string): ProposalPage {
  const { reference, title, state, organisation, department, mission, areaCode, areaName, receivedAt, answerDueOn } = proposal;
  const positions = positionsTowardsProposal(actor, { proposer: proposal.organisationId, department: proposal.departmentId });
  const hrefs = { acknowledge: paths.acknowledge(reference), 'take-up': paths.takeUp(reference), answer: paths.answer(reference), withdraw: paths.withdraw(reference) };
  const insider = positions.length > 0;
  const signed = (event: ProposalEvent): string => (insider ? event.actorName : officeOf(event, proposal));
  const end = events.findLast(({ action }) => action === 'answer' || action === 'withdraw');
  return {
    title: `${title} (${reference})`,
    caption: words.caption,
    backLink: { text: words.back, href: paths.list },
    words,
    tags: proposalTags(proposal, today),
    overdue: isAnswerOverdue(proposal, today) ? words.noAnswer(department.name, longDate(answerDueOn)) : undefined,
    facts: [
      { key: words.facts.by, text: organisation.name },
      { key: words.facts.place, text: `${areaName} (${areaCode})`, href: placesPaths.place(areaCode) },
      { key: words.facts.mission, text: mission.focusArea, href: missionsPaths.mission(mission.framework.slug, mission.slug) },
      { key: words.facts.to, text: department.name },
      { key: words.facts.received, text: longDate(londonDate(receivedAt)) },
      { key: words.facts.due, text: longDate(answerDueOn) },
    ],
    texts: [{ heading: words.ask, text: proposal.ask }, { heading: words.cost, text: proposal.cost }, { heading: words.evidence, text: proposal.evidence }],
    answer: end && { heading: state === 'answered' ? words.answer : words.withdrawn, text: proposal.words ?? '', by: `${signed(end)}, ${longDateTime(end.at)}` },
    moves: nextActions(PROPOSAL_WORKFLOW, state, positions).map(({ action, label }, index) => ({ text: label, href: hrefs[action], primary: index === 0 && action !== 'withdraw' })),
    history: events.map((event) => ({ title: proposalsWords.history[event.action], when: `${signed(event)}, ${longDateTime(event.at)}` })).reverse(),
  };
}

/** Officials are named to the two organisations alone; everybody else reads which of the two it was. */
function officeOf({ action, actorId, actorName }: ProposalEvent, { organisation, department }: Proposal): string {
  if (actorId === null) return actorName;
  return action === 'receive' || action === 'withdraw' ? organisation.name : department.name;
}
