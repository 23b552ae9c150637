import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { departureText, returnSectionTexts } from '#domain/evidence-returns/return-texts.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { missionsWords } from '../missions.words.js';

const words = missionsWords.accepted;

/** What the department wrote, part by part; what it left empty is not shown, nor is its comment on the figures. */
export function acceptedParts(content: EvidenceReturnContent): { heading: string; text: string }[] {
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
  ];
  return parts.filter(({ heading, text }) => heading !== '' && text.trim() !== '');
}
