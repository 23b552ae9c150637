import { type Actor, may } from '#domain/access/permissions.js';
import { type Turn, turnOf } from '#domain/submissions/due-date.js';
import { deliveryPlansPaths } from '#features/delivery-plans/delivery-plans.paths.js';
import { deliveryPlansWords } from '#features/delivery-plans/delivery-plans.words.js';
import { delegationsPaths } from '#features/delegations/delegations.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { overdueTag, statusTag, type StatusTag } from '../submission-tag.js';
import { type Submission } from '../submission.entity.js';
import { submissionsPaths } from '../submissions.paths.js';
import { submissionsWords as words } from '../submissions.words.js';

interface WorkLine {
  href: string;
  /** "Evidence return: Education", "Outcome delivery plan" */
  what: string;
  /** Title. */
  framework: string;
  reference: string;
  covers: string;
  due: string;
  tags: StatusTag[];
}

export interface WorkPage {
  title: string;
  words: typeof words.work;
  tables: { heading: string; lines: WorkLine[] }[];
  /** How signing is arranged in the department. */
  links: { text: string; href: string }[];
  /** What other departments' plans count on this one for. */
  dependencies: { text: string; href: string };
}

type Listed = Pick<Submission, 'id' | 'kind' | 'reference' | 'coversLabel' | 'dueOn' | 'status' | 'standingVersion'> & {
  mission: { focusArea: string } | null;
  framework: Submission['framework'];
};

/** @param submissions by due date, so that what is overdue stands first. @param today ISO date */
export function workPage(submissions: readonly Listed[], today: string, actor: Actor): WorkPage {
  const table = (turn: Turn | 'closed', heading: string): WorkPage['tables'] => {
    // nothing is asked for of a framework that is closed
    const lines = submissions.filter(({ status, framework }) => (framework.closedAt ? 'closed' : turnOf(status)) === turn).map((submission) => workLine(submission, today));
    return lines.length === 0 ? [] : [{ heading, lines: turn === 'none' ? lines.reverse() : lines }];
  };
  return {
    title: words.work.title,
    words: words.work,
    tables: [...table('department', words.work.toDo), ...table('council', words.work.withCouncil), ...table('none', words.work.done), ...table('closed', words.work.ofClosed)],
    links: [
      { text: words.work.delegations, href: delegationsPaths.list },
      ...(may(actor, 'delegation.manage') ? [{ text: words.clearance.setting.link, href: submissionsPaths.clearanceSetting }] : []),
    ],
    dependencies: { text: deliveryPlansWords.dependencies.list.title, href: deliveryPlansPaths.dependencies },
  };
}

function workLine(submission: Listed, today: string): WorkLine {
  const { id, kind, reference, coversLabel, dueOn, status, mission, framework } = submission;
  const overdue = overdueTag(submission, today);
  return {
    href: submissionsPaths.show(kind, id),
    what: mission ? `${words.title[kind]}: ${mission.focusArea}` : words.title[kind],
    framework: framework.title,
    reference,
    covers: coversLabel,
    due: longDate(dueOn),
    tags: [...(overdue ? [overdue] : []), statusTag(status), ...(framework.closedAt ? [{ text: words.work.frameworkClosed, classes: 'govuk-tag--grey' }] : [])],
  };
}
