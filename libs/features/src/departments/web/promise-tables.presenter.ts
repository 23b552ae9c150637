import { actionStanding, PROMISE_STANDINGS, type PromiseStanding, recommendationStanding, stepStanding } from '#domain/promises/promise-standing.js';
import { decidedSince, wordAYearLater, YEAR_LATER_WORDS, yearLaterOf } from '#domain/calibration/past-rating.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { type DepartmentAlert } from '#features/alerts/department-alerts.queries.js';
import { calibrationWords } from '#features/calibration/calibration.words.js';
import { type RatingGiven } from '#features/calibration/ratings-given.queries.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';
import { dateCell, type PublicCell, type PublicTable } from '#platform/pages/public-table.js';
import { type RecommendationRecord, type SubmissionRecord } from '../department-records.queries.js';
import { departmentsWords } from '../departments.words.js';

/** One promise, whatever it was given with. */
export interface PromiseLine {
  promise: string;
  from: string;
  href: string | undefined;
  owner: string;
  dueOn: string | null;
  standing: PromiseStanding;
}

interface PromiseSources {
  alerts: readonly DepartmentAlert[];
  recommendations: readonly RecommendationRecord[];
  submissions: readonly SubmissionRecord[];
}

const words = departmentsWords.promises;
const CLASSES: Record<PromiseStanding, string> = {
  kept: 'govuk-tag--green', 'kept-late': 'govuk-tag--yellow', 'not-kept': 'govuk-tag--red', late: 'govuk-tag--red', unshown: 'govuk-tag--orange', dropped: 'govuk-tag--grey', 'not-due': 'govuk-tag--grey',
};

/** The last due first. @param today ISO date */
export function promisesOf({ alerts, recommendations, submissions }: PromiseSources, today: string): PromiseLine[] {
  const lines = [...alerts.flatMap((alert) => actionsOf(alert, today)), ...recommendations.flatMap((one) => promisedOn(one, today)), ...stepsOf(submissions, today)];
  return lines.sort((a, b) => (b.dueOn ?? '').localeCompare(a.dueOn ?? ''));
}

/** An answer that was never published has promised nothing. */
function actionsOf(alert: DepartmentAlert, today: string): PromiseLine[] {
  if (alert.firstAnsweredOn === null) return [];
  // the clock of an open alert has stopped where its framework was closed
  const day = alert.status === 'closed' ? today : (alert.closedOn ?? today);
  return alert.planActions.map(({ action, owner, dueOn }, index) => ({
    promise: action, owner, dueOn, from: `${words.from.alert}, ${alert.reference}`, href: alertsPaths.show(alert.reference),
    standing: actionStanding({ dueOn, outcome: alert.checked[String(index)] ?? null }, day),
  }));
}

function promisedOn({ reference, promise, promisedOn: dueOn, state, promiseWasOverdue, stoppedOn }: RecommendationRecord, today: string): PromiseLine[] {
  if (promise === null || dueOn === null) return [];
  const standing = recommendationStanding({ state, promisedOn: dueOn, wasOverdue: promiseWasOverdue }, stoppedOn ?? today);
  return [{ promise, owner: '', dueOn, from: `${words.from.recommendation} ${reference}`, href: recommendationsPaths.show(reference), standing }];
}

/** Of each mission: what the newest public return that speaks of a step says of it, and the steps that none has spoken of yet. */
function stepsOf(submissions: readonly SubmissionRecord[], today: string): PromiseLine[] {
  const told = new Set<string>();
  return submissions.filter(({ isPublic, kind }) => isPublic && kind === 'evidence-return').flatMap((given) => {
    const href = given.mission === null ? undefined : missionsPaths.mission(given.framework, given.mission);
    const from = `${words.from.return} ${given.reference}`;
    const isNew = (step: string): boolean => {
      const key = `${given.framework} ${given.mission} ${step === 'text' ? given.reference : step}`;
      return told.has(key) ? false : Boolean(told.add(key));
    };
    const answered = (given.lastSteps ?? []).filter(({ step }) => isNew(step)).map(({ promised, owner, dueOn, outcome }) => ({ promise: promised, owner, dueOn, outcome }));
    const promised = (given.steps ?? []).filter(({ id }) => isNew(id)).map(({ action, owner, dueOn }) => ({ promise: action, owner, dueOn, outcome: null }));
    return [...promised, ...answered].map(({ promise, owner, dueOn, outcome }) => ({ promise, owner, dueOn, from, href, standing: stepStanding({ dueOn, outcome }, given.stoppedOn ?? today) }));
  });
}

export function promisesTable(lines: readonly PromiseLine[]): PublicTable {
  const { heading, intro, empty } = words;
  return {
    key: 'promises', heading, intro, empty,
    columns: [
      { name: 'promise', heading: 'Promise', description: 'Word for word' },
      { name: 'given_with', heading: 'Given with', description: 'The recovery plan, recommendation or return' },
      { name: 'owner', heading: 'Owner', description: 'Who is to do it, where somebody is named' },
      { name: 'due_on', heading: 'Due', description: 'Day by which it was promised; empty where no day was', datatype: 'date' },
      { name: 'standing', heading: 'What became of it', description: Object.values(PROMISE_STANDINGS).join('; ') },
    ],
    rows: lines.map(({ promise, from, href, owner, dueOn, standing }): PublicCell[] => [
      { text: promise },
      { text: from, ...(href ? { href } : {}) },
      { text: owner },
      dateCell(dueOn),
      { text: PROMISE_STANDINGS[standing], tag: CLASSES[standing] },
    ]),
  };
}

/** @param today ISO date */
export function ratingsTable(ratings: readonly RatingGiven[], today: string): PublicTable {
  const { heading, intro, empty } = departmentsWords.ratings;
  return {
    key: 'ratings', heading, intro, empty,
    columns: [
      { name: 'return', heading: 'Return', description: 'Reference of the return that it came with' },
      { name: 'mission', heading: 'Mission', description: 'Name of the mission' },
      { name: 'given_on', heading: 'Given on', description: 'Day of the rating', datatype: 'date' },
      { name: 'rating', heading: 'Rating', description: 'Likelihood that the target is met, in words' },
      { name: 'a_year_later', heading: 'The figures a year later', description: 'How the rating compares with the word of the figures a year after it' },
      { name: 'decided_since', heading: 'Decided since', description: 'Headline targets that were met of those decided since' },
    ],
    rows: ratings.map((given): PublicCell[] => {
      const word = wordAYearLater(given);
      const comparison = YEAR_LATER_WORDS[yearLaterOf(given, today)];
      const { met, missed } = decidedSince(given);
      return [
        { text: given.returnReference },
        { text: given.mission.name, href: missionsPaths.mission(given.mission.framework, given.mission.slug) },
        dateCell(given.ratedOn),
        { text: DELIVERY_RATINGS[given.rating].words },
        { text: word ? `${comparison}: ${VERDICTS[word]}` : comparison },
        { text: calibrationWords.metOf(met, met + missed) },
      ];
    }),
  };
}
