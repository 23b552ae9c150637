import { CONTRIBUTION_STATES } from '#domain/contributions/contribution-status.js';
import { CONTRIBUTION_WORKFLOW } from '#domain/contributions/contribution-workflow.js';
import { type GivenContribution } from '#domain/evidence-returns/evidence-return-content.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { longDate } from '#platform/pages/dates.js';
import { type Contribution } from '../contribution.entity.js';
import { contributionsPaths } from '../contributions.paths.js';
import { contributionsWords as words, STATE_CLASSES } from '../contributions.words.js';
import { type EvidenceRow, evidenceRows, stateTags } from './contribution.presenter.js';

/** One request as the asking department, its SRO and the council see it. */
export interface ContributionCard {
  id: string;
  organisation: string;
  tags: { text: string; classes: string }[];
  rows: { key: string; text: string }[];
  evidence: EvidenceRow[];
  /** For the drafter of a return that is being written: while nobody has answered, and what was given. */
  withdrawHref: string | undefined;
  quote: { action: string; rowVersion: number; quoted: 'yes' | 'no'; text: string } | undefined;
}

/** @param live the row itself, for the return's own department */
export function contributionCard(
  returnId: string,
  given: GivenContribution,
  { live, writes, today }: { live: Contribution | undefined; writes: boolean; today: string },
): ContributionCard {
  const { id, organisation, question, about, status, answer, reason, quoted = false, evidence = [] } = given;
  const w = words.ofReturn;
  const quotedTag = status === 'given' ? [{ text: quoted ? w.quoted : w.notQuoted, classes: quoted ? 'govuk-tag--green' : 'govuk-tag--grey' }] : [];
  return {
    id,
    organisation,
    tags: [...(live ? stateTags(live, today) : [{ text: CONTRIBUTION_STATES[status], classes: STATE_CLASSES[status] }]), ...quotedTag],
    rows: [
      { key: w.question, text: question },
      ...(about ? [{ key: w.about, text: about }] : []),
      ...(live ? [{ key: w.due, text: longDate(live.dueOn) }] : []),
      ...(answer === '' ? [] : [{ key: w.answer, text: answer }]),
      ...(reason ? [{ key: w.reason, text: reason }] : []),
      ...(live?.withdrawReason ? [{ key: w.withdrawnBecause, text: live.withdrawReason }] : []),
    ],
    evidence: evidenceRows(id, evidence),
    withdrawHref: live && writes && transitionFor(CONTRIBUTION_WORKFLOW, live.state, 'withdraw', ['asker']) ? contributionsPaths.withdraw(returnId, id) : undefined,
    quote:
      live && writes && status === 'given'
        ? { action: contributionsPaths.quote(returnId, id), rowVersion: live.rowVersion, quoted: quoted ? 'no' : 'yes', text: quoted ? w.unquote : w.quote }
        : undefined,
  };
}
