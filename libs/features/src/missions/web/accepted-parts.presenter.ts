import { type AttachedFile } from '#domain/attachments/attached-file.js';
import { type PublicContribution, type PublicReturnContent } from '#domain/evidence-returns/public-content.js';
import { departureText, evidenceText, returnSectionTexts } from '#domain/evidence-returns/return-texts.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { attachmentsPaths } from '#features/attachments/attachments.paths.js';
import { missionsWords } from '../missions.words.js';

const words = missionsWords.accepted;

/** What the department wrote and quotes, part by part; what it left empty is not shown, nor is its comment on the figures. */
export function acceptedParts(content: PublicReturnContent): { heading: string; text: string }[] {
  const texts = new Map(returnSectionTexts(content).map(({ key, text }) => [key, text]));
  const part = (heading: string, key: string): { heading: string; text: string } => ({ heading, text: texts.get(key) ?? '' });
  const parts = [
    part(words.narrative, 'narrative'),
    ...content.departures.map((departure) => ({
      heading: words.ownFigure(content.figures.find(({ target }) => target === departure.target)?.title ?? departure.target),
      text: departureText(departure),
    })),
    part(words.evidence, 'evidence'),
    { heading: content.rating ? `${words.rating} “${DELIVERY_RATINGS[content.rating].words}”` : '', text: content.ratingReason },
    part(words.risks, 'risks'),
    part(words.lastSteps, 'last-steps'),
    part(words.nextSteps, 'next-steps'),
    ...content.contributions.map((contribution) => ({ heading: words.contribution(contribution.organisation), text: contributionText(contribution) })),
  ];
  return parts.filter(({ heading, text }) => heading !== '' && text.trim() !== '');
}

/** The files of the version that is public; everybody may fetch them. */
export function acceptedFiles(attachments: readonly AttachedFile[]): { text: string; href: string }[] {
  return attachments.map(({ id, title, name }) => ({ text: `${title} (${name})`, href: attachmentsPaths.published(id) }));
}

function contributionText({ question, about = '', answer, evidence }: PublicContribution): string {
  const claims = evidence.map((item) => evidenceText({ ...item, attachment: null }, []));
  return [words.contributionAsked(question, about), answer, ...(claims.length > 0 ? [words.contributionEvidence, ...claims] : [])].join('\n\n');
}
