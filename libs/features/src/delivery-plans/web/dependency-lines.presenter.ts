import { type DeliveryPlanContent } from '#domain/delivery-plans/delivery-plan-content.js';
import { DEPENDENCY_STATES, type DependencyAnswer, type DependencyState, dependencyStanding, isSameAsk } from '#domain/delivery-plans/dependency-answers.js';
import { dayOf } from '#domain/delivery-plans/plan-line-texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { deliveryPlansPaths as paths } from '../delivery-plans.paths.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';
import { type PlanDependencyRecord } from '../plan-dependencies.queries.js';

const words = deliveryPlansWords.dependencies;

interface Tag {
  text: string;
  classes: string;
}

/** One line with everything that was answered to it. */
export interface AnsweredDependency {
  title: string;
  what: string;
  tag: Tag;
  notes: string[];
}

export function stateTag(state: DependencyState): Tag {
  return { text: DEPENDENCY_STATES[state], classes: words.classes[state] };
}

/** What stands beside a line of the draft: its state, what was answered, and the way to ask. */
export function dependencyLines(id: string, dependency: string, content: DeliveryPlanContent, { requests, answers }: PlanDependencyRecord): { tags: Tag[]; notes: string[]; links: { text: string; href: string }[] } {
  const line = content.dependencies.find((each) => each.id === dependency);
  if (!line) return { tags: [], notes: [], links: [] };
  const { state, outdated } = dependencyStanding(line, answers);
  const asked = requests.findLast((request) => request.dependencyId === dependency && isSameAsk(request.asked, line));
  return {
    tags: [stateTag(state)],
    notes: [
      ...answers.filter((answer) => answer.dependency === dependency).map(answerInWords),
      ...(outdated ? [words.outdated] : []),
      asked ? words.asked(longDate(londonDate(asked.at))) : words.notAsked,
    ],
    links: asked ? [] : [{ text: words.ask.open, href: paths.askDependency(id, dependency) }],
  };
}

/** Every line of a plan with its answers, for those who read it. */
export function answeredDependencies(content: DeliveryPlanContent, { answers }: Pick<PlanDependencyRecord, 'answers'>): AnsweredDependency[] {
  return content.dependencies.map((line) => {
    const { state, outdated } = dependencyStanding(line, answers);
    return {
      title: line.departmentName,
      what: `${line.what}\n${words.neededBy(dayOf(line.neededBy))}`,
      tag: stateTag(state),
      notes: [...answers.filter(({ dependency }) => dependency === line.id).map(answerInWords), ...(outdated ? [words.outdated] : [])],
    };
  });
}

/** "Confirmed by A Official on 3 May 2026, by 30 September 2026: …" */
export function answerInWords({ answer, by, at, ownDate, reason }: DependencyAnswer): string {
  const date = ownDate === null ? '' : words.ownDate(longDate(ownDate));
  return `${words.answered(DEPENDENCY_STATES[answer], by, longDate(londonDate(at)))}${date}${reason.trim() === '' ? '.' : `: ${reason}`}`;
}
