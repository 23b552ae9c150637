import { contributionTo, type DeliveryPlanContent, type DeliveryPlanSection, isPlanned, missionTitle } from '#domain/delivery-plans/delivery-plan-content.js';
import { dayOf, lineText, milestonesOf, type ReadList } from '#domain/delivery-plans/plan-line-texts.js';
import { PLAN_MARKS, type PlanMark } from '#domain/delivery-plans/plan-mark.js';
import { planSectionTexts } from '#domain/delivery-plans/plan-texts.js';
import { deliveryPlanBlockers } from '#domain/delivery-plans/submission-blockers.js';
import { type OpenRequest } from '#features/submissions/history.presenter.js';
import { deliveryPlansPaths as paths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { type PlanDependencyRecord } from '../plan-dependencies.queries.js';
import { dependencyLines } from './dependency-lines.presenter.js';
import { hrefOfField } from './plan-hrefs.js';
import { nextSection, type PlanDossier, type PlanWritingPage, requestsFor, titleOfSection, writingPage } from './plan-page.presenter.js';
import { totalLines, type TotalLines } from './plan-totals.presenter.js';

export interface Link {
  text: string;
  /** What the link is about, for those who hear it out of its place. */
  about: string;
  href: string;
}

export interface Tag {
  text: string;
  classes: string;
}

export interface SectionCard {
  title: string;
  text: string;
  tags: Tag[];
  links: Link[];
  /** Milestones of a policy. */
  parts: { text: string; links: Link[] }[];
  /** Below the parts. */
  add: Link | undefined;
  /** What the other department has said, for a dependency. */
  notes: string[];
}

export interface SectionPage extends PlanWritingPage {
  lead: string;
  requests: OpenRequest[];
  cards: SectionCard[];
  add: { text: string; href: string } | undefined;
  total: (TotalLines & { heading: string; change: { text: string; href: string } }) | undefined;
  lacks: { text: string; href: string }[];
  next: { text: string; href: string };
  overview: { text: string; href: string };
}

type ListSection = ReadList & DeliveryPlanSection;

/** @param asked what was asked of other departments and answered; only for dependencies */
export function sectionPage(dossier: PlanDossier, section: DeliveryPlanSection, asked?: PlanDependencyRecord): SectionPage {
  const { content, submission } = dossier;
  const { id } = submission;
  const page = writingPage(dossier, titleOfSection(section));
  const next = nextSection(id, section);
  const isTotal = section === 'funding' || section === 'staffing';
  return {
    ...page,
    lead: words.leads[section],
    requests: requestsFor(dossier, section),
    cards: section === 'contributions' ? contributionCards(id, content) : listCards(id, section as ListSection, content, asked),
    add: section === 'contributions' ? undefined : { text: words.lists[section as ListSection].add, href: paths.addLine(id, section as ListSection) },
    total: isTotal ? { ...totalLines(section, content), heading: words.total.title[section], change: { text: words.total.change, href: paths.total(id, section) } } : undefined,
    lacks: deliveryPlanBlockers(content)
      .filter((blocker) => blocker.section === section)
      .map(({ message, field }) => ({ text: message, href: hrefOfField(id, field) })),
    next: { text: `${words.section.next} ${next.text}`, href: next.href },
    overview: { text: words.section.overview, href: paths.show(id) },
  };
}

function contributionCards(id: string, content: DeliveryPlanContent): SectionCard[] {
  const texts = new Map(planSectionTexts({ ...content, sinceLastYear: null }).map(({ key, text }) => [key, text]));
  return content.missions.map(({ slug, part }) => {
    const title = missionTitle(content.missions, slug);
    const written = isPlanned(contributionTo(content.contributions, slug));
    const text = [words.section.part[part], written ? texts.get(`contributions.${slug}`) : words.section.notWritten].filter(Boolean).join('\n\n');
    const links = [{ text: words.section.change, about: title, href: paths.contribution(id, slug) }];
    return { title, text, tags: markTags(content, `contributions.${slug}`), links, parts: [], add: undefined, notes: [] };
  });
}

function listCards(id: string, section: ListSection, content: DeliveryPlanContent, asked: PlanDependencyRecord | undefined): SectionCard[] {
  return content[section].map((line) => {
    const shown = section === 'policies' ? { ...content, milestones: [] } : content;
    const { title, text } = lineText(section, line, shown);
    const about = title;
    const answered = section === 'dependencies' && asked ? dependencyLines(id, line.id, content, asked) : { tags: [], notes: [], links: [] };
    return {
      title,
      text,
      tags: [...markTags(content, `${section}.${line.id}`), ...answered.tags],
      links: [
        ...answered.links.map((link) => ({ ...link, about })),
        { text: words.section.change, about, href: paths.line(id, section, line.id) },
        { text: words.section.remove, about, href: paths.removeLine(id, section, line.id) },
      ],
      parts: section === 'policies' ? milestoneParts(id, content, line.id) : [],
      add: section === 'policies' ? { text: words.lists.milestones.add, about, href: `${paths.addLine(id, 'milestones')}?policy=${line.id}` } : undefined,
      notes: answered.notes,
    };
  });
}

function milestoneParts(id: string, content: DeliveryPlanContent, policy: string): SectionCard['parts'] {
  return milestonesOf(content, policy).map((milestone) => ({
    text: `${dayOf(milestone.dueOn)}: ${milestone.title}`,
    links: [
      { text: words.section.change, about: milestone.title, href: paths.line(id, 'milestones', milestone.id) },
      { text: words.section.remove, about: milestone.title, href: paths.removeLine(id, 'milestones', milestone.id) },
    ],
  }));
}

/** How a line stands to last year's plan, as a tag; none in a department's first plan. */
export function markTags({ sinceLastYear }: Pick<DeliveryPlanContent, 'sinceLastYear'>, key: string): Tag[] {
  const mark: PlanMark | undefined = sinceLastYear?.marks[key];
  return mark ? [{ text: PLAN_MARKS[mark], classes: words.marks[mark] }] : [];
}

