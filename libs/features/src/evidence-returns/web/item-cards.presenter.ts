import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, RISK_PROXIMITIES, STEP_OUTCOMES } from '#domain/evidence-returns/evidence-return-choices.js';
import { type EvidenceReturnContent, type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { IMPACTS, LIKELIHOODS, riskInWords, risksByScore, riskScore } from '#domain/evidence-returns/risk-score.js';
import { longDate } from '#platform/pages/dates.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { returnItemsWords as words } from '../return-items.words.js';

/** One item of a list with what can be done with it. */
export interface ItemCard {
  title: string;
  rows: { key: string; text: string; href?: string }[];
  /** "As in the last return" */
  mark: string | undefined;
  links: { text: string; href: string }[];
}

type Row = [key: string, text: string];

export function evidenceCards(id: string, { evidence, attachments }: EvidenceReturnContent, asInLast: ReadonlySet<string>): ItemCard[] {
  const { labels, name } = words.evidence;
  return evidence.map((item, index) => {
    const file = attachments.find((attachment) => attachment.id === item.attachment);
    const rows: Row[] = [
      [labels.claim, item.claim],
      [labels.kind, EVIDENCE_KINDS[item.kind]],
      [labels.strength, EVIDENCE_STRENGTHS[item.strength].words],
      [labels.source, item.source],
      [labels.page, item.page],
      [labels.attachment, file ? `${file.title} (${file.name})` : ''],
    ];
    const card = cardOf(name(index), rows, asInLast.has(`evidence.${item.id}`), linksOf(id, 'evidence', item.id));
    return item.link === '' ? card : { ...card, rows: [...card.rows, { key: labels.link, text: item.link, href: item.link }] };
  });
}

/** By score, the gravest first. */
export function riskCards(id: string, { risks }: EvidenceReturnContent, asInLast: ReadonlySet<string>): ItemCard[] {
  const { labels, name, score } = words.risks;
  return risksByScore(risks).map((risk, index) => {
    const rows: Row[] = [
      [labels.risk, risk.risk],
      [labels.score, score(riskScore(risk), riskInWords(riskScore(risk)))],
      [labels.impact, `${risk.impact}. ${IMPACTS[risk.impact]}`],
      [labels.likelihood, `${risk.likelihood}. ${LIKELIHOODS[risk.likelihood]}`],
      [labels.proximity, RISK_PROXIMITIES[risk.proximity]],
      [labels.owner, risk.owner],
      [labels.response, risk.response],
    ];
    return cardOf(name(index), rows, asInLast.has(`risks.${risk.id}`), linksOf(id, 'risks', risk.id));
  });
}

export function stepCards(id: string, { steps }: EvidenceReturnContent, asInLast: ReadonlySet<string>): ItemCard[] {
  const { labels, name } = words.steps;
  return steps.map((step, index) => {
    const rows: Row[] = [[labels.action, step.action], [labels.owner, step.owner], [labels.dueOn, longDate(step.dueOn)]];
    return cardOf(name(index), rows, asInLast.has(`steps.${step.id}`), linksOf(id, 'next-steps', step.id));
  });
}

/** Promises of the last return: they are answered, never removed. */
export function lastStepCards(id: string, { lastSteps }: EvidenceReturnContent): ItemCard[] {
  const { labels, name, notSaid, say } = words.lastSteps;
  return lastSteps.map((step, index) => {
    const rows: Row[] = [
      [labels.promised, step.promised],
      [labels.owner, step.owner],
      [labels.dueOn, step.dueOn === null ? '' : longDate(step.dueOn)],
      [labels.outcome, step.outcome === null ? notSaid : STEP_OUTCOMES[step.outcome]],
      [labels.what, step.what],
    ];
    const text = step.outcome === null ? say : words.list.change;
    return cardOf(name(index), rows, false, [{ text, href: paths.item(id, 'last-steps', step.step) }]);
  });
}

export function departureCards(id: string, { departures, figures }: EvidenceReturnContent): ItemCard[] {
  const { labels } = words.departures;
  return departures.map((departure) => {
    const rows: Row[] = [
      [labels.value, departure.value],
      [labels.period, departure.period],
      [labels.source, departure.source],
      [labels.reason, departure.reason],
      [labels.unpublishedUntil, departure.unpublishedUntil === null ? '' : longDate(departure.unpublishedUntil)],
      [labels.clearedBy, departure.clearedBy],
    ];
    const title = figures.find(({ target }) => target === departure.target)?.title ?? departure.target;
    return cardOf(title, rows, false, linksOf(id, 'figures', departure.target));
  });
}

function cardOf(title: string, rows: Row[], isAsInLast: boolean, links: ItemCard['links']): ItemCard {
  return {
    title,
    rows: rows.filter(([, text]) => text !== '').map(([key, text]) => ({ key, text })),
    mark: isAsInLast ? evidenceReturnsWords.asInLast : undefined,
    links,
  };
}

function linksOf(id: string, section: EvidenceReturnSection, key: string): ItemCard['links'] {
  return [
    { text: words.list.change, href: paths.item(id, section, key) },
    { text: words.list.remove, href: paths.removeItem(id, section, key) },
  ];
}
