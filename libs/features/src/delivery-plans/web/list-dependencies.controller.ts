import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { dayOf } from '#domain/delivery-plans/plan-line-texts.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';
import { type AskedDependency, PlanDependenciesQueries } from '../plan-dependencies.queries.js';
import { answerInWords, stateTag } from './dependency-lines.presenter.js';

const words = deliveryPlansWords.dependencies;

/** One line of another department's plan. */
export interface AskedCard {
  heading: string;
  plan: string;
  mission: string;
  what: string;
  neededBy: string;
  tags: { text: string; classes: string }[];
  answers: string[];
}

interface DependenciesPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.list;
  groups: { heading: string; cards: (AskedCard & { link: { text: string; href: string } })[] }[];
}

/** What other departments' plans count on the reader's own for. */
@Controller()
export class ListDependenciesController {
  constructor(private readonly dependencies: PlanDependenciesQueries) {}

  @Get(deliveryPlansPaths.dependencies)
  @Access('dependency.answer', 'PLAN_DEPENDENCIES_READ')
  @Render('delivery-plans/web/views/dependencies.njk')
  async list(@CurrentActor() actor: Actor): Promise<DependenciesPage> {
    const asked = await this.dependencies.countedOn(actor);
    const isOpen = ({ standing }: AskedDependency): boolean => standing.state === 'unconfirmed';
    const groups = [
      { heading: words.list.open, cards: asked.filter(isOpen).map((each) => withLink(each, words.list.answer)) },
      { heading: words.list.answered, cards: asked.filter((each) => !isOpen(each)).map((each) => withLink(each, words.list.again)) },
    ];
    return { title: words.list.title, backLink: { text: submissionsWords.work.back, href: submissionsPaths.work }, words: words.list, groups: groups.filter(({ cards }) => cards.length > 0) };
  }
}

export function askedCard({ department, reference, coversLabel, mission, line, standing, fromDraft, answers }: AskedDependency): AskedCard {
  return {
    heading: department,
    plan: words.list.plan(reference, coversLabel),
    mission: mission ?? words.list.none,
    what: line.what,
    neededBy: words.neededBy(dayOf(line.neededBy)),
    tags: [stateTag(standing.state), ...(fromDraft ? [{ text: words.list.draft, classes: 'govuk-tag--grey' }] : [])],
    answers: [...answers.map(answerInWords), ...(standing.outdated ? [words.outdated] : [])],
  };
}

function withLink(asked: AskedDependency, text: string): AskedCard & { link: { text: string; href: string } } {
  return { ...askedCard(asked), link: { text, href: deliveryPlansPaths.answerDependency(asked.submissionId, asked.line.id) } };
}
