import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { SUBMISSION_STATES } from '#domain/submissions/submission-status.js';
import { REVIEW_STATES } from '#domain/reviews/review-status.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { UsersService } from '#features/access/users.service.js';
import { ReportingCalendarsService } from '#features/calendar/reporting-calendars.service.js';
import { ReportingCalendar } from '#features/calendar/reporting-calendar.entity.js';
import { verifyChain } from '#platform/audit/verify-chain.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';

const COMMAND = systemActor('command', 'test');
const WEEK = 7 * 24 * 60 * 60 * 1000;
const ANSWERS = {
  narrative: 'What was done, and what came of it.', rating: 'red', ratingReason: 'It is far away.', nextSteps: 'More of it.',
  evidence: [{ kind: 'official-statistic', strength: 'strong', claim: 'It rose.', source: 'ONS, Some statistics', page: 'table 1' }],
};

/** What is done with a return in a cycle: each mission has another, and the next one in the next cycle. */
const FATES = [
  'accept', 'reservations', 'changes', 'unresolved', 'decline', 'withdraw', 'never', 'question', 'silence', 'withdraw-for-good', 'nil', 'hand-on',
] as const;
type Fate = (typeof FATES)[number];

interface Return {
  id: string;
  reference: string;
  status: string;
  organisation: string;
  mission: number;
  cycle: number;
  rowVersion: number;
  rounds: number;
}

/** 12 missions and all their departments over two years of half-yearly returns and yearly plans, by pages and API, with the clock sped up to a week at a time. */
describe('a whole cycle', () => {
  let waymark: TestApplication;
  const sessions = new Map<string, Promise<Agent>>();
  const tokens = new Map<string, string>();
  const seen = new Set<string>();
  const reviewStates = new Set<string>();
  const tried = new Set<string>();

  /** A session lasts twelve hours and a step of the clock a week: each step signs in anew. */
  const as = (email: string): Promise<Agent> => {
    const agent = sessions.get(email) ?? waymark.signIn(email);
    sessions.set(email, agent);
    return agent;
  };
  const returns = (): Promise<Return[]> =>
    waymark.dataSource.query(
      `SELECT s.id, s.reference, s.status, o.slug AS organisation, m.number AS mission, s.row_version AS "rowVersion", s.rounds_sent_back AS rounds,
              dense_rank() OVER (ORDER BY s.covers_from)::int AS cycle
         FROM submissions s JOIN organisations o ON o.id = s.organisation_id JOIN missions m ON m.id = s.mission_id
        WHERE s.kind = 'evidence-return' AND s.covers_from >= '2026-10-01' ORDER BY s.covers_from, m.number`,
    );
  const fateOf = ({ mission, cycle }: Return): Fate => FATES[(mission + cycle) % FATES.length] ?? 'accept';
  const sro = ({ organisation }: Return): Promise<Agent> => as(`sro@${organisation}.example.org`);
  const official = ({ organisation }: Return): Promise<Agent> => as(`official@${organisation}.example.org`);
  const post = async (agent: Agent, page: string, fields: Record<string, unknown>, action = page): Promise<void> => {
    const answer = await waymark.submit(agent, page, fields, action);
    const back = String(answer.headers['location'] ?? '');
    // a form that failed goes back to its own page, which says why
    const errors = back === page ? (await waymark.open(agent, page)).$('.govuk-error-summary li').toArray() : [];
    if (answer.status === 303 && errors.length === 0) return;
    throw new Error(`${action} answered ${answer.status}: ${(errors.length > 0 ? (await waymark.open(agent, page)).response.text : answer.text).replaceAll(/<[^>]+>|\s+/g, ' ').slice(0, 600)}`);
  };
  const once = (what: string): boolean => !tried.has(what) && Boolean(tried.add(what));
  const api = (item: Return, method: 'get' | 'patch' | 'post', path = '') =>
    waymark.visitor()[method](`/api/v1/drafts/${item.reference}${path}`).set('Authorization', `Bearer ${tokens.get(item.organisation) ?? ''}`);

  async function write(item: Return): Promise<void> {
    const before = (await api(item, 'get')).body as { rowVersion: number; content: { lastSteps: { step: string }[] } };
    const lastSteps = before.content.lastSteps.map(({ step }) => ({ step, outcome: 'done', what: 'It was done.' }));
    const nil = fateOf(item) === 'nil' && item.status === 'draft' && lastSteps.length > 0;
    const answers = nil
      ? { nil: true, narrative: 'Nothing new was published.', rating: 'red', ratingReason: 'As before.', lastSteps }
      : { ...ANSWERS, narrative: `${ANSWERS.narrative} Round ${item.rounds}.`, nextSteps: `${ANSWERS.nextSteps} Round ${item.rounds}.`, lastSteps };
    const filled = await api(item, 'patch').send({ rowVersion: before.rowVersion, answers });
    if (filled.status !== 200) throw new Error(`${item.reference} (${fateOf(item)}): ${filled.text}`);
    const sent = await api(item, 'post', '/send-for-sign-off').set('Idempotency-Key', `${item.reference} ${before.rowVersion}`).send({ rowVersion: (filled.body as Return).rowVersion });
    if (sent.status !== 200) throw new Error(`${item.reference} (${fateOf(item)}): ${sent.text}`);
  }

  /** One step of the department's side. */
  async function department(item: Return): Promise<void> {
    const page = `/evidence-returns/${item.id}`;
    const fate = fateOf(item);
    if (item.status === 'draft' && fate !== 'never') return write(item);
    if (item.status === 'changes-requested' && fate !== 'silence') return write(item);
    if (item.status === 'withdrawn' && fate !== 'withdraw-for-good') return post(await official(item), `${page}/take-up`, {});
    if (item.status !== 'awaiting-sign-off') return undefined;
    if (fate === 'decline' && once(`decline ${item.id}`)) return post(await sro(item), `${page}/decline`, { reason: 'Say it in fewer words.' });
    await post(await sro(item), `${page}/sign-off`, {});
    if ((fate === 'withdraw' && once(`withdraw ${item.id}`)) || fate === 'withdraw-for-good') await post(await sro(item), `${page}/withdraw`, { reason: 'The figures are last year’s.' });
    return undefined;
  }

  /** One step of the council's: everything that waits is claimed and decided by the one reviewer, seconded where the rules ask for it. */
  async function council(item: Return): Promise<void> {
    const [review] = (await waymark.dataSource.query(`SELECT id, status FROM reviews WHERE submission_id = $1 AND status IN ('queued', 'claimed', 'proposed')`, [item.id])) as { id: string; status: string }[];
    if (!review) return;
    const page = `/reviews/${review.id}`;
    const fate = fateOf(item);
    let reviewer = await as('priya.nair@council.example.org');
    if (review.status === 'queued') await post(reviewer, page, {}, `${page}/claim`);
    await note(review.id);
    if (fate === 'question' && once(`question ${item.id}`)) {
      await post(reviewer, `${page}/questions/new`, { section: 'narrative', text: 'Who says so?' });
      await post(await official(item), await answerPage(item), { answer: 'The inspectorate.' });
    }
    if (fate === 'hand-on' && once(`hand-on ${item.id}`)) {
      const ruth = (await waymark.dataSource.query(`SELECT id FROM users WHERE email = 'ruth.calder@council.example.org'`)) as { id: string }[];
      await post(reviewer, `${page}/hand-on`, { to: ruth[0]?.id, reason: 'Leave' });
      reviewer = await as('ruth.calder@council.example.org');
    }
    await post(reviewer, `${page}/decide`, decisionFor(fate, item));
    await post(reviewer, `${page}/decide/check`, {});
    await note(review.id);
  }

  const answerPage = async (item: Return): Promise<string> => {
    const { $ } = await waymark.open(await official(item), `/evidence-returns/${item.id}/questions`);
    return $('main form').attr('action') ?? $('main a[href*="/questions/"]').attr('href') ?? `/evidence-returns/${item.id}/questions`;
  };
  const note = async (id: string): Promise<void> => {
    const [row] = (await waymark.dataSource.query('SELECT status FROM reviews WHERE id = $1', [id])) as { status: string }[];
    if (row) reviewStates.add(row.status);
  };
  const decisionFor = (fate: Fate, { rounds }: Return): Record<string, unknown> => {
    const changes = { decision: 'changes-requested', sections: 'narrative', 'reasons[narrative]': 'Name the cause.' };
    if ((fate === 'changes' || fate === 'silence') && rounds === 0) return changes;
    if (fate === 'unresolved') return rounds < 2 ? changes : { decision: 'published-unresolved', unresolved: 'The cause is not named.' };
    return fate === 'reservations' ? { decision: 'accepted-with-reservations', reservations: 'The sample is small.' } : { decision: 'accepted' };
  };

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase() });
    const leads = (await waymark.dataSource.query(
      'SELECT DISTINCT o.slug FROM mission_leads l JOIN organisations o ON o.id = l.organisation_id',
    )) as { slug: string }[];
    for (const { slug } of leads) {
      for (const role of ['official', 'sro'] as const) {
        await waymark.get(UsersService).add(COMMAND, { name: `${role} of ${slug}`, email: `${role}@${slug}.example.org`, demo: true, roles: [role], organisation: slug });
      }
      tokens.set(slug, (await waymark.get(AccessTokensService).add(COMMAND, { email: `official@${slug}.example.org`, scopes: ['returns.write'], name: 'system', days: 365 })).secret);
    }
    const rules = await waymark.dataSource.getRepository(ReportingCalendar).find({ relations: { framework: true } });
    const rowVersion = rules[0]?.rowVersion ?? 0;
    const calendars = waymark.get(ReportingCalendarsService);
    await calendars.setGeneral(COMMAND, 'levelling-up-2022', { nation: 'england', startsOn: '2026-11-30', avoidsRecess: false }, { rowVersion });
    const cycle = { rhythm: 'half-yearly', firstMonth: 10, opens: 1, due: 20, closes: 40, afterRelease: null } as const;
    await calendars.setCycle(COMMAND, 'levelling-up-2022', 'returns', cycle, { rowVersion: rowVersion + 1 });
    await calendars.setCycle(COMMAND, 'levelling-up-2022', 'plans', { ...cycle, rhythm: 'yearly', firstMonth: 4, opens: -20, due: 20 }, { rowVersion: rowVersion + 2 });
  }, 180_000);
  afterAll(async () => {
    await waymark?.close();
    await waymark?.database.drop();
  });

  it('goes through two years, and every return comes to its end', async () => {
    waymark.clock.set('2026-11-30T09:00:00Z');
    // two years, and the ten weeks until the last window has closed
    for (let week = 0; week < 114; week += 1) {
      waymark.clock.advance(WEEK);
      sessions.clear();
      // tokens are made for at most a year
      if (week === 50) for (const slug of tokens.keys()) tokens.set(slug, (await waymark.get(AccessTokensService).add(COMMAND, { email: `official@${slug}.example.org`, scopes: ['returns.write'], name: 'system', days: 365 })).secret);
      await waymark.runWatches();
      const open = (await returns()).filter(({ status }) => !['accepted', 'published-unresolved', 'not-submitted'].includes(status));
      for (const item of open) {
        seen.add(item.status);
        await department(item);
      }
      await waymark.runJobs();
      for (const item of (await returns()).filter(({ status }) => status === 'submitted' || status === 'in-review')) {
        seen.add(item.status).add('in-review');
        await council(item);
      }
      for (const { status } of await returns()) seen.add(status);
    }
    const all = await returns();
    // October 2026 to March 2028 are three half-years that ended within the two years, and April to September 2028 the fourth
    expect([Math.max(...all.map(({ cycle }) => cycle)), all.length]).toEqual([4, 48]);
    const ended = new Map<Fate, Set<string>>();
    for (const item of all) ended.set(fateOf(item), (ended.get(fateOf(item)) ?? new Set()).add(item.status));
    const accepted = new Set(['accepted']);
    expect(Object.fromEntries(ended)).toEqual({
      accept: accepted, reservations: accepted, changes: accepted, unresolved: new Set(['published-unresolved']), decline: accepted, withdraw: accepted,
      never: new Set(['not-submitted']), question: accepted, silence: new Set(['published-unresolved']), 'withdraw-for-good': new Set(['not-submitted']), nil: accepted, 'hand-on': accepted,
    });
    expect([...seen].sort()).toEqual(SUBMISSION_STATES.filter((state) => state !== 'not-owed').sort());
    expect(REVIEW_STATES.filter((state) => ['claimed', 'decided'].includes(state) && !reviewStates.has(state))).toEqual([]);
  }, 600_000);

  it('has opened each plan once for every department with a part, reminded three times and marked what was late', async () => {
    const [plans] = (await waymark.dataSource.query(
      `SELECT count(*)::int AS opened, count(DISTINCT (organisation_id, covers_from))::int AS once FROM submissions WHERE kind = 'delivery-plan' AND covers_from >= '2027-04-01'`,
    )) as { opened: number; once: number }[];
    expect(plans?.opened).toBe(plans?.once);
    // 8 departments lead or contribute in each of 2027/28 and 2028/29, as the calendar's plans open 20 working days before April
    expect(plans?.opened).toBeGreaterThanOrEqual(8);
    const [late] = (await waymark.dataSource.query(
      `SELECT count(*) FILTER (WHERE overdue_at IS NULL)::int AS unmarked, count(*)::int AS late FROM submissions WHERE status = 'not-submitted' AND covers_from >= '2026-10-01'`,
    )) as { unmarked: number; late: number }[];
    expect([late?.unmarked, (late?.late ?? 0) > 0]).toEqual([0, true]);
    const twice: unknown[] = await waymark.dataSource.query('SELECT submission_id, step FROM reminders GROUP BY submission_id, step, due_on HAVING count(*) > 1');
    expect(twice).toEqual([]);
    expect(await verifyChain(waymark.dataSource)).toMatchObject({ whole: true });
  });
});
