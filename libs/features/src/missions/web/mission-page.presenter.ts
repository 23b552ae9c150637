import { capitalised, dateInWords } from '#domain/judgements/figure-words.js';
import { departmentHref } from '#features/departments/departments.paths.js';
import { type ClosedNotice, closedNotice } from '#features/frameworks/clock-day.js';
import { type MissionDatesSection } from '#features/calendar/mission-dates.service.js';
import { calendarWords } from '#features/calendar/calendar.words.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { type QualityOfMission } from '#features/mission-quality/quality-section.presenter.js';
import { type PastBanner } from '#features/past-days/past-banner.presenter.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { pastDaysWords } from '#features/past-days/past-days.words.js';
import { type FollowLinks, followMission } from '#features/public-changes/follow-links.js';
import { statementsPaths } from '#features/statements/statements.paths.js';
import { type AcceptedReturn } from '#features/submissions/public-returns.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type ContributorPeriod } from '../contributor-periods.js';
import { type ExpertVerdict, type Mission, type OpenTerm } from '../mission.entity.js';
import { type MissionLead } from '../mission-lead.entity.js';
import { missionsWords as words } from '../missions.words.js';
import { type AboutLine } from './about-mission.queries.js';
import { acceptedFiles, acceptedParts } from './accepted-parts.presenter.js';
import { type AnswersNeeded } from './answers-needed.presenter.js';
import { type MissionLinks, missionLinks } from './mission-links.presenter.js';
import { type TargetSection } from './target-section.presenter.js';
import { type JudgementCard, threeJudgements } from './three-judgements.presenter.js';

export interface MissionPage {
  title: string;
  caption: string;
  heading: string;
  /** Where the framework is closed. */
  closed: ClosedNotice | undefined;
  breadcrumbs: { text: string; href?: string }[];
  clauses: { text: string; uncovered: string | undefined; note: string | undefined }[];
  facts: { key: string; text: string; links?: { text: string; href: string | undefined; note?: string }[] }[];
  judgements: { heading: string; cards: JudgementCard[]; conflict: string | undefined; method: { href: string; text: string } };
  answers: AnswersNeeded;
  targets: { heading: string; sections: TargetSection[] };
  terms: { heading: string; intro: string; list: { term: string; status: string; note: string; reading: string | undefined }[] };
  experts: { heading: string; list: { aspect: string; verdict: string; text: string; by: string }[] };
  quality: QualityOfMission;
  accepted: AcceptedWords | undefined;
  /** Undefined on an old day's page: what was due when is changed in place. */
  dates: (MissionDatesSection & { words: typeof calendarWords.mission }) | undefined;
  past: PastBanner | undefined;
  links: MissionLinks;
  follow: FollowLinks | undefined;
}

export interface AcceptedWords {
  heading: string;
  /** Set where the council has not accepted it. */
  mark: string | undefined;
  council: { heading: string; reasons: { title: string; text: string }[] } | undefined;
  questions: { heading: string; asked: string; answered: string; list: { about: string; question: string; answer: string }[] } | undefined;
  intro: string;
  source: string;
  parts: { heading: string; text: string }[];
  files: { heading: string; list: { text: string; href: string }[] } | undefined;
}

export interface MissionPageParts {
  mission: Mission;
  lead: MissionLead | null;
  contributors: readonly ContributorPeriod[];
  standing: MissionStanding | null;
  answers: AnswersNeeded;
  targets: TargetSection[];
  accepted: AcceptedReturn | null;
  quality: QualityOfMission;
  /** Of today's page alone. */
  dates?: MissionDatesSection;
  about?: readonly AboutLine[];
  past?: { banner: PastBanner; day: string };
  /** ISO date. */
  today: string;
}

export function missionPage({ mission, lead, contributors, standing, answers, targets, accepted, dates, quality, about, past, today }: MissionPageParts): MissionPage {
  const { framework } = mission;
  const title = `${mission.focusArea}: mission ${mission.number} of ${framework.title}`;
  return {
    title: past ? pastDaysWords.title(title, longDate(past.day)) : title,
    caption: `Mission ${mission.number} of ${framework.title}`,
    heading: mission.focusArea,
    closed: past ? undefined : closedNotice(framework),
    breadcrumbs: [
      { text: 'Missions', href: frameworksPaths.home },
      { text: framework.title, href: past ? pastDaysPaths.page(frameworksPaths.framework(framework.slug), past.day) : frameworksPaths.framework(framework.slug) },
      { text: mission.focusArea },
    ],
    clauses: mission.clauses.map(({ text, coveredBy, note }) => ({
      text,
      uncovered: coveredBy.length === 0 ? words.clauses.uncovered : undefined,
      note: coveredBy.length === 0 ? note : undefined,
    })),
    facts: [
      leadFact(lead),
      ...contributorFacts(contributors),
      { key: 'Scope', text: words.scope[mission.scope] },
      { key: 'Maturity', text: words.maturity[mission.maturity] },
    ],
    judgements: {
      heading: words.judgements.heading,
      cards: threeJudgements(standing),
      conflict: standing?.conflict ? words.judgements.conflict : undefined,
      method: { href: statementsPaths.method, text: words.judgements.why },
    },
    answers,
    targets: { heading: words.targets.heading, sections: targets },
    terms: { heading: words.terms.heading, intro: words.terms.intro, list: mission.openTerms.map(termLine) },
    experts: { heading: words.experts.heading, list: mission.expertVerdicts.map(expertLine) },
    quality,
    accepted: accepted ? acceptedWords(accepted) : undefined,
    dates: dates && { ...dates, words: calendarWords.mission },
    past: past?.banner,
    links: missionLinks(mission, { about, past: past?.day, today }),
    follow: past ? undefined : followMission(framework.slug, mission.slug, mission.focusArea),
  };
}

function leadFact(lead: MissionLead | null): MissionPage['facts'][number] {
  const key = 'Lead department';
  if (!lead) return { key, text: words.lead.none };
  const [link] = departmentLink(lead.organisation);
  const note = lead.basis === 'proposed' ? `${words.lead.proposed}.` : '';
  return link ? { key, text: note, links: [link] } : { key, text: `${lead.organisation.name}. ${note}`.trim() };
}

/** Who contributes since when, departments and other bodies apart, and who did before. */
function contributorFacts(contributors: readonly ContributorPeriod[]): MissionPage['facts'] {
  const w = words.contributors;
  const fact = (key: string, rows: readonly ContributorPeriod[]): MissionPage['facts'] => {
    const links = rows.map((body) => ({ text: body.name, href: departmentHref(body), note: body.to === null ? w.since(longDate(body.from)) : w.between(longDate(body.from), longDate(body.to)) }));
    return rows.length === 0 ? [] : [{ key, text: '', links }];
  };
  const now = contributors.filter(({ to }) => to === null);
  const isBody = ({ kind }: ContributorPeriod): boolean => kind === 'sub-national';
  return [...fact(w.departments, now.filter((one) => !isBody(one))), ...fact(w.bodies, now.filter(isBody)), ...fact(w.former, contributors.filter(({ to }) => to !== null))];
}

function departmentLink(body: { slug: string; name: string; kind: string }): { text: string; href: string }[] {
  const href = departmentHref(body);
  return href === undefined ? [] : [{ text: body.name, href }];
}

function termLine({ term, note, reading }: OpenTerm): MissionPage['terms']['list'][number] {
  return { term, status: reading ? words.terms.read : words.terms.open, note, reading: reading ? `${words.terms.reading}: ${reading}` : undefined };
}

function expertLine({ aspect, verdict, text, author, asOf }: ExpertVerdict): MissionPage['experts']['list'][number] {
  return { aspect: capitalised(aspect), verdict: words.experts.verdicts[verdict], text, by: `${author}, as of ${dateInWords(asOf)}` };
}

function acceptedWords({ reference, department, coversLabel, submittedAt, content, council }: AcceptedReturn): AcceptedWords {
  const unresolved = council.outcome === 'published-unresolved';
  const reserved = council.outcome === 'accepted-with-reservations';
  return {
    heading: unresolved ? words.accepted.unresolved : words.accepted.heading,
    mark: unresolved ? words.accepted.unresolvedTag : undefined,
    intro: unresolved ? words.accepted.unresolvedIntro : reserved ? words.accepted.reservationsIntro : words.accepted.intro,
    council: unresolved || reserved ? { heading: unresolved ? words.accepted.notResolved : words.accepted.reservations, reasons: council.reasons } : undefined,
    questions: council.questions.length > 0 ? questionWords(council.questions) : undefined,
    source: `${department}, return ${reference} for ${coversLabel}, submitted on ${longDate(londonDate(submittedAt))}.`,
    parts: acceptedParts(content),
    files: content.attachments.length > 0 ? { heading: words.accepted.attachments, list: acceptedFiles(content.attachments) } : undefined,
  };
}

function questionWords(questions: AcceptedReturn['council']['questions']): AcceptedWords['questions'] {
  const { questions: heading, asked, answered, noAnswer } = words.accepted;
  return { heading, asked, answered, list: questions.map(({ about, question, answer }) => ({ about, question, answer: answer ?? noAnswer })) };
}
