import { type Actor, may } from '#domain/access/permissions.js';
import { INQUIRY_ORIGINS, INQUIRY_STATES } from '#domain/inquiries/inquiry-status.js';
import { hasPublished } from '#domain/inquiries/inquiry-workflow.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type RecommendationRow, recommendationRow } from '#features/recommendations/recommendation-rows.js';
import { type Recommendation } from '#features/recommendations/recommendation.entity.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';
import { recommendationsWords } from '#features/recommendations/recommendations.words.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { inquiriesWords, STATE_CLASSES } from '../inquiries.words.js';
import { type Inquiry } from '../inquiry.entity.js';
import { type InquiryFindings } from '../inquiry-findings.entity.js';
import { type InquiryQuestion } from '../inquiry-question.entity.js';
import { type InquiryEvent } from '../inquiry-event.entity.js';
import { type EvidenceLine, evidenceLine } from './evidence.presenter.js';
import { type TimelineLine, timelineOf } from './inquiry-timeline.presenter.js';

const words = inquiriesWords.show;

interface Tag {
  text: string;
  classes: string;
}

interface Link {
  text: string;
  href: string;
}

export interface InquiriesListPage {
  title: string;
  words: typeof inquiriesWords.list;
  openHref: string | undefined;
  recommendationsHref: string;
  nothing: string | undefined;
  rows: { href: string; title: string; reference: string; origin: string; missions: string; end: string; tags: Tag[] }[];
}

export interface InquiryPage {
  title: string;
  caption: string;
  backLink: Link;
  words: typeof words;
  tags: Tag[];
  workHref: string | undefined;
  facts: { key: string; text: string; links?: Link[] }[];
  scope: string;
  ended: { heading: string; text: string } | undefined;
  overdue: string[];
  findings: { text: string; writers: string[] } | undefined;
  evidence: EvidenceLine[];
  recommendations: { rows: RecommendationRow[]; columns: typeof recommendationsWords.list.columns; followUpHref: string } | undefined;
  timeline: TimelineLine[];
}

/** @param today ISO date */
export function inquiriesListPage(inquiries: readonly Inquiry[], actor: Actor, today: string): InquiriesListPage {
  return {
    title: inquiriesWords.list.title,
    words: inquiriesWords.list,
    openHref: may(actor, 'inquiry.conduct') ? paths.open : undefined,
    recommendationsHref: recommendationsPaths.list,
    nothing: inquiries.length === 0 ? inquiriesWords.list.nothing : undefined,
    rows: inquiries.map((inquiry) => ({
      href: paths.show(inquiry.reference), title: inquiry.title, reference: inquiry.reference, origin: originOf(inquiry), missions: missionLinks(inquiry).map(({ text }) => text).join(', '),
      end: longDate(inquiry.expectedEnd), tags: inquiryTags(inquiry, today),
    })),
  };
}

/** What of an inquiry is public now: the question and answer of nobody before the findings are. @param today ISO date */
export function inquiryPage(
  inquiry: Inquiry,
  { events, questions, findings, recommendations }: { events: readonly InquiryEvent[]; questions: readonly InquiryQuestion[]; findings: readonly InquiryFindings[]; recommendations: readonly Recommendation[] },
  actor: Actor,
  today: string,
): InquiryPage {
  const { reference, title, scope, openedAt, expectedEnd, publishedAt, state, endReason } = inquiry;
  const isPublic = hasPublished(state);
  const published = isPublic ? findings.find(({ number }) => number === inquiry.publishedFindings) : undefined;
  return {
    title: `${title} (${reference})`,
    caption: words.caption,
    backLink: { text: words.back, href: paths.list },
    words,
    tags: inquiryTags(inquiry, today),
    workHref: may(actor, 'inquiry.conduct') ? paths.work(reference) : undefined,
    facts: [
      { key: words.facts.origin, text: originOf(inquiry) },
      { key: words.facts.opened, text: longDate(londonDate(openedAt)) },
      { key: words.facts.missions, text: '', links: missionLinks(inquiry) },
      { key: words.facts.end, text: longDate(expectedEnd) },
      ...(publishedAt ? [{ key: words.facts.published, text: longDateTime(publishedAt) }] : []),
    ],
    scope,
    ended: endReason === null ? undefined : { heading: state === 'abandoned' ? words.abandoned : words.closed, text: endReason },
    overdue: isPublic ? [] : questions.filter((question) => question.state === 'asked' && question.overdueAt !== null).map(({ organisation, dueOn }) => words.overdueLine(organisation.name, longDate(dueOn))),
    findings: published && {
      text: published.text,
      writers: findings.filter(({ number }) => number <= published.number).map(({ number, writerName, writtenAt }) => words.writer(number, writerName, longDateTime(writtenAt))).reverse(),
    },
    evidence: isPublic ? questions.map(evidenceLine) : [],
    recommendations: isPublic ? { rows: recommendations.map((row) => recommendationRow(row, today)), columns: recommendationsWords.list.columns, followUpHref: paths.followUp(reference) } : undefined,
    timeline: timelineOf(events, isPublic),
  };
}

export function inquiryTags({ state, expectedEnd }: Inquiry, today: string): Tag[] {
  const standing = { text: INQUIRY_STATES[state], classes: STATE_CLASSES[state] };
  return (state === 'open' || state === 'gathering-evidence') && expectedEnd < today ? [standing, { text: inquiriesWords.late, classes: 'govuk-tag--orange' }] : [standing];
}

export function originOf({ origin, commissionedBy, commissionedOn }: Inquiry): string {
  return commissionedBy && commissionedOn ? inquiriesWords.commissioned(commissionedBy, longDate(commissionedOn)) : INQUIRY_ORIGINS[origin];
}

function missionLinks({ missions }: Inquiry): Link[] {
  return [...missions].sort((a, b) => a.mission.number - b.mission.number).map(({ mission }) => ({ text: mission.focusArea, href: missionsPaths.mission(mission.framework.slug, mission.slug) }));
}
