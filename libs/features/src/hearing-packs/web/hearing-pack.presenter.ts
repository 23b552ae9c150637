import { ALERT_KINDS, type AlertKind } from '#domain/alerts/alert-status.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { returnSectionTexts } from '#domain/evidence-returns/return-texts.js';
import { type PublicReturnContent } from '#domain/evidence-returns/public-content.js';
import { readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { readPublicContent } from '#domain/submissions/submission-content.js';
import { eventHeading } from '#features/alerts/alerts.words.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { verdictTag, type VerdictTag } from '#features/missions/verdict-tag.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type AlertFact, type GivenFact, type HearingFacts, type LetterFact, type PackDay, type PublicFact, type ResetFact } from '../hearing-facts.js';
import { hearingPacksPaths } from '../hearing-packs.paths.js';
import { hearingPacksWords as words } from '../hearing-packs.words.js';

interface Part {
  heading: string;
  text: string;
}

export interface HearingPackPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  intro: string;
  address: string;
  boxes: { day: string; month: string; year: string };
  mission: string;
  statement: string;
  lead: string;
  targets: { title: string; role: string; tag: VerdictTag | undefined; why: string; asOf: string; resets: string[] }[];
  department: { tag: string; why: string; who: string } | undefined;
  council: { tag: VerdictTag | undefined; why: string; who: string } | undefined;
  returns: { title: string; facts: string; unresolved: boolean; parts: Part[]; reasons: string[]; questions: Part[] }[];
  plans: { title: string; facts: string; text: string; money: string }[];
  alerts: { title: string; sentence: string; events: { when: string; office: string; what: string; text: string }[] }[];
  letters: { title: string; facts: string; text: string }[];
  decisions: { title: string; outcome: string; text: string }[];
}

/** @param today does the day go on? */
export function hearingPackPage(facts: HearingFacts, { on }: PackDay, today: boolean): HearingPackPage {
  const { mission, text } = facts;
  const name = `Mission ${mission.number} of ${mission.framework.title}, ${text.focusArea}`;
  const verdicts = new Map(facts.verdicts.map((verdict) => [verdict.slug, verdict]));
  const [year = '', month = '', day = ''] = on.split('-');
  const council = facts.given.find(({ kind }) => kind === 'council');
  // a return that is held through a pre-election period keeps its rating to itself
  const department = facts.given.find(({ kind, reference }) => kind === 'department' && facts.returns.some((line) => line.reference === reference));
  return {
    title: words.title(name, longDate(on)),
    breadcrumbs: [
      { text: 'Missions', href: frameworksPaths.home },
      { text: mission.framework.title, href: frameworksPaths.framework(mission.framework.slug) },
      { text: text.focusArea, href: missionsPaths.mission(mission.framework.slug, mission.slug) },
    ],
    words,
    intro: today ? words.introToday : words.intro(longDate(on)),
    address: hearingPacksPaths.pack(mission.framework.slug, mission.slug),
    boxes: { day: String(Number(day)), month: String(Number(month)), year },
    mission: name,
    statement: text.statement,
    lead: facts.lead ?? words.noLead,
    targets: text.targets.map(({ slug, title, role }) => {
      const verdict = verdicts.get(slug);
      return { title, role: words[role], tag: verdict && verdictTag(verdict.verdict), why: verdict?.sentence ?? words.noVerdict, asOf: verdict ? longDate(verdict.asOf) : '', resets: resetsOf(facts.resets, slug) };
    }),
    department: department?.rating ? { tag: DELIVERY_RATINGS[department.rating].words, why: department.sentence, who: `${department.organisation ?? ''}, ${dayOf(department.givenAt)}` } : undefined,
    council: council && { tag: council.verdict ? verdictTag(council.verdict) : undefined, why: council.sentence, who: councilWho(council) },
    returns: facts.returns.map((line) => returnOf(line, on)),
    plans: facts.plans.flatMap((line) => planOf(line, mission.slug)),
    alerts: facts.alerts.map(alertOf),
    letters: facts.letters.map(letterOf),
    decisions: facts.decisions.map(({ reference, title, text: decided, adopted, closedAt }) => ({
      title: `${reference}: ${title}`, outcome: `${adopted ? words.adopted : words.notAdopted}, ${dayOf(closedAt)}`, text: decided,
    })),
  };
}

function councilWho({ givenBy, givenAt, decision, decisionTitle }: GivenFact): string {
  return decision ? `${words.byDecision(decision, decisionTitle ?? '')}, ${dayOf(givenAt)}` : `${givenBy ?? ''}, ${dayOf(givenAt)}. ${words.byMember}.`;
}

function returnOf(line: PublicFact, on: string): HearingPackPage['returns'][number] {
  const content: PublicReturnContent = readPublicContent('evidence-return', line.content, on);
  return {
    title: words.returnTitle(line.reference, line.coversLabel),
    facts: factsOf(line),
    unresolved: line.action !== 'accept',
    parts: returnSectionTexts({ ...content, contributions: [] }).filter(({ key, text }) => key !== 'figures' && text.trim() !== '').map(({ title, text }) => ({ heading: title, text })),
    reasons: line.reasons.map(({ text }) => text),
    questions: line.questions.map(({ text, answer }) => ({ heading: text, text: answer ?? words.noAnswer })),
  };
}

function planOf(line: PublicFact, mission: string): HearingPackPage['plans'] {
  return readDeliveryPlan(line.content)
    .contributions.filter((contribution) => contribution.mission === mission && (contribution.contribution !== '' || contribution.policies !== ''))
    .map(({ contribution, policies, moneyMillions }) => ({
      title: words.planTitle(line.department, line.coversLabel), facts: factsOf(line), text: [contribution, policies].filter(Boolean).join('\n\n'),
      money: moneyMillions === null ? '' : words.money(moneyMillions),
    }));
}

function factsOf({ department, submittedAt, publishedAt }: PublicFact): string {
  return words.delivered(department, dayOf(submittedAt), dayOf(publishedAt));
}

function alertOf({ reference, kind, sentence, events }: AlertFact): HearingPackPage['alerts'][number] {
  return {
    title: words.alertTitle(reference, ALERT_KINDS[kind as AlertKind]),
    sentence,
    events: events.map(({ action, office, text, at }) => ({ when: longDateTime(new Date(at)), office, what: eventHeading(kind as AlertKind, action), text })),
  };
}

function letterOf({ reference, direction, subject, sender, addressees, body, publishedAt }: LetterFact): HearingPackPage['letters'][number] {
  const to = addressees.flatMap(({ name }) => name ?? []).join(', ');
  return { title: `${reference}: ${subject}`, facts: direction === 'out' ? words.letterOut(to, dayOf(publishedAt)) : words.letterIn(sender ?? '', dayOf(publishedAt)), text: body };
}

function resetsOf(resets: readonly ResetFact[], target: string): string[] {
  return resets.filter(({ slug }) => slug === target).map(({ from, setBy, reason }) => words.reset(longDate(from), setBy, reason));
}

function dayOf(instant: Date): string {
  return longDate(londonDate(instant));
}
