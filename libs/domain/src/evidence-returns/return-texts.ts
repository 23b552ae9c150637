import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, RISK_PROXIMITIES, STEP_OUTCOMES } from './evidence-return-choices.js';
import {
  EVIDENCE_RETURN_SECTIONS,
  type EvidenceItem,
  type EvidenceReturnContent,
  type EvidenceReturnSection,
  type FigureDeparture,
  type GivenContribution,
  type NextStep,
  type ReturnRisk,
  type StepOutcome,
} from './evidence-return-content.js';
import { promisedSteps } from './last-steps.js';
import { riskInWords, risksByScore, riskScore } from './risk-score.js';

/** One section as a person reads it: what two deliveries are compared by. */
export interface ReturnSectionText {
  key: string;
  title: string;
  text: string;
}

/** A return as far as its words go: the whole of it, or what is public. */
export type ReturnWords = Omit<EvidenceReturnContent, 'contributions'> & { contributions: readonly Pick<GivenContribution, 'organisation' | 'question' | 'answer'>[] };

/** What the department says that it will do. */
export interface ReturnPromise {
  title: string;
  text: string;
}

const NIL = 'Nil return: nothing new was published since the last return.';

/** What the department wrote, section by section. */
export function returnSectionTexts(content: ReturnWords): ReturnSectionText[] {
  return EVIDENCE_RETURN_SECTIONS.map(({ key, title }) => ({ key, title: key === 'figures' ? 'Comment on the figures' : title, text: TEXT_OF[key](content) }));
}

const TEXT_OF: Record<EvidenceReturnSection, (content: ReturnWords) => string> = {
  figures: ({ figuresComment, departures, figures }) =>
    paragraphs([figuresComment, ...departures.map((departure) => `${titleOfTarget(figures, departure.target)}: ${departureText(departure)}`)]),
  narrative: ({ nil, narrative }) => paragraphs([nil ? NIL : '', narrative]),
  evidence: ({ evidence, attachments }) => paragraphs(evidence.map((item) => evidenceText(item, attachments))),
  rating: ({ rating, ratingReason }) => paragraphs([rating === null ? '' : DELIVERY_RATINGS[rating].words, ratingReason]),
  risks: ({ risks }) => paragraphs(risksByScore(risks).map(riskText)),
  'last-steps': ({ lastSteps }) => paragraphs(lastSteps.map(outcomeText)),
  'next-steps': ({ nextSteps, steps }) => paragraphs([nextSteps, ...steps.map(stepText)]),
  contributions: ({ contributions }) => paragraphs(contributions.map(({ organisation, question, answer }) => lines([`${organisation}: ${question}`, answer || 'No answer']))),
  attachments: ({ attachments }) => paragraphs(attachments.map(({ title, name, checksum }) => lines([`${title} (${name})`, `SHA-256 ${checksum}`]))),
};

/** What the return says that the department will do, each step with its owner and date. A nil return promises what it left open. */
export function returnPromises(content: EvidenceReturnContent): ReturnPromise[] {
  const text = content.nil || content.nextSteps.trim() === '' ? [] : [{ title: 'Next steps', text: content.nextSteps }];
  const steps = promisedSteps(content).filter(({ dueOn }) => dueOn !== null);
  return [...text, ...steps.map(({ promised, owner, dueOn }) => ({ title: titleOfStep(promised), text: stepText({ action: promised, owner, dueOn: dueOn ?? '' }) }))];
}

/** "The department gives 63.4% for 2025/26. Source: School census.", then why. */
export function departureText({ value, period, reason, source, unpublishedUntil, clearedBy }: FigureDeparture): string {
  const unpublished = unpublishedUntil === null ? '' : ` The source is published on ${dayInWords(unpublishedUntil)}; cleared for use here by ${clearedBy}, Head of Profession for Statistics.`;
  return lines([`The department gives ${value} for ${period}. Source: ${source}.${unpublished}`, `Why: ${reason}`]);
}

export function evidenceText({ kind, strength, claim, source, page, link, attachment }: Omit<EvidenceItem, 'id'>, attachments: EvidenceReturnContent['attachments']): string {
  const file = attachments.find(({ id }) => id === attachment);
  return lines([
    claim,
    `${EVIDENCE_KINDS[kind]}. Strength: ${EVIDENCE_STRENGTHS[strength].words.toLowerCase()}.`,
    `Source: ${[source, page].filter(Boolean).join(', ')}`,
    link,
    file ? `Attachment: ${file.title} (${file.name})` : '',
  ]);
}

export function riskText(risk: ReturnRisk): string {
  const score = riskScore(risk);
  return lines([
    risk.risk,
    `${riskInWords(score)}: score ${score} of 25 (impact ${risk.impact}, likelihood ${risk.likelihood}). ${RISK_PROXIMITIES[risk.proximity]}.`,
    `Owner: ${risk.owner}`,
    `Response: ${risk.response}`,
  ]);
}

export function stepText({ action, owner, dueOn }: Pick<NextStep, 'action' | 'owner' | 'dueOn'>): string {
  return lines([action, `${owner}, by ${dayInWords(dueOn)}`]);
}

export function outcomeText(step: StepOutcome): string {
  const promised = step.dueOn === null ? step.promised : stepText({ action: step.promised, owner: step.owner, dueOn: step.dueOn });
  return lines([`Promised: ${promised}`, outcomeWords(step)]);
}

function outcomeWords({ outcome, what }: Pick<StepOutcome, 'outcome' | 'what'>): string {
  return outcome === null ? 'Nothing is said about it yet.' : `${STEP_OUTCOMES[outcome]}. ${what}`;
}

function titleOfStep(action: string): string {
  return `Step: ${action}`;
}

function titleOfTarget(figures: EvidenceReturnContent['figures'], slug: string): string {
  return figures.find(({ target }) => target === slug)?.title ?? slug;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "31 March 2026" of an ISO date; what is none as it stands. */
export function dayInWords(isoDate: string): string {
  const at = Date.parse(`${isoDate}T00:00:00Z`);
  return Number.isNaN(at) ? isoDate : DAY.format(at);
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}
