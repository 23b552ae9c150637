import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { type Browser } from 'playwright-core';
import { writeFileSync } from 'node:fs';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { AlertsJobsModule } from '#features/alerts/jobs/alerts-jobs.module.js';
import { DeliveryPlansWebModule } from '#features/delivery-plans/web/delivery-plans-web.module.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { JudgementsJobsModule } from '#features/judgements/jobs/judgements-jobs.module.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { ReviewsJobsModule } from '#features/reviews/jobs/reviews-jobs.module.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { MailJobsModule } from '#platform/mail/mail.module.js';
import { JobRunnerModule } from '#platform/queue/worker.module.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { startBrowser } from '../support/browser.js';

let waymark: TestApplication;
let browser: Browser;
beforeAll(async () => {
  waymark = await startTestApplication({ modules: [AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, DeliveryPlansWebModule, ReviewsJobsModule, JudgementsJobsModule, AlertsJobsModule, JobRunnerModule, MailJobsModule] });
  browser = await startBrowser();
});
afterAll(async () => { await browser?.close(); await waymark?.close(); });

it('axe', async () => {
  const education = await saveEducationMission(waymark.dataSource);
  await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-10-01');
  await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
  await waymark.runJobs();
  const make = new SubmissionFactory(waymark, education);
  const { port } = waymark.app.getHttpServer().address() as { port: number };
  const base = `http://127.0.0.1:${port}`;
  const validate = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off', 'require-sri': 'off', 'no-inline-style': 'off', 'no-trailing-whitespace': 'off', 'no-implicit-button-type': 'off', 'valid-id': 'off', 'void-style':'off', 'attribute-boolean-style':'off', 'attr-quotes':'off','no-implicit-input-type':'off','prefer-native-element':'off', 'no-redundant-role':'off', 'svg-focusable':'off' } });
  const problems: string[] = [];
  const contexts = new Map<string, Awaited<ReturnType<typeof browser.newPage>>>();
  for (const email of [education.people.official.email, education.people.sro.email, education.people.member.email]) {
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${base}/sign-in`);
    const user = await waymark.dataSource.query('SELECT name FROM users WHERE email = $1', [email]) as { name: string }[];
    await page.getByRole('button', { name: `Sign in as ${user[0]?.name}`, exact: true }).click();
    contexts.set(email.split('@')[0] ?? '', page);
  }
  let shot = 0;
  const look = async (who: string, path: string, act?: (page: Awaited<ReturnType<typeof browser.newPage>>) => Promise<void>): Promise<void> => {
    const page = contexts.get(who)!;
    await page.goto(base + path);
    if (act) await act(page);
    const found = await new AxeBuilder({ page }).analyze();
    for (const violation of found.violations) problems.push(`${path} axe ${violation.id}: ${violation.nodes.map((n) => n.html).join(' | ').slice(0, 300)}`);
    const report = await validate.validateString(await (await page.context().request.get(page.url())).text());
    for (const message of report.results.flatMap((r) => r.messages)) problems.push(`${path} html ${message.ruleId}: ${message.message} @${message.line}`);
    await page.setViewportSize({ width: 320, height: 700 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > 320) problems.push(`${path} is ${wide}px wide at 320`);
    await page.setViewportSize({ width: 1100, height: 900 });
    await page.screenshot({ path: `/tmp/w/b-shot-${String(shot++).padStart(2, '0')}.png`, fullPage: true });
  };
  const kinds = [['evidence-return', '/evidence-returns', ['/figures', '/narrative', '/rating', '/next-steps']], ['delivery-plan', '/delivery-plans', ['/edit']]] as const;
  for (const [kind, root, edits] of kinds) {
    const empty = await make.open(kind, '2026-11-20');
    const draft = await make.in('draft', kind); const awaiting = await make.in('awaiting-sign-off', kind); const submitted = await make.in('submitted', kind);
    const withdrawn = await make.in('withdrawn', kind); const changes = await make.in('changes-requested', kind); const accepted = await make.in('accepted', kind);
    for (const s of [empty, draft, awaiting, submitted, withdrawn, changes, accepted]) await look('official', `${root}/${s.id}`);
    for (const e of edits) await look('official', `${root}/${draft.id}${e}`);
    await look('official', `${root}/${changes.id}${edits[edits.length > 1 ? 1 : 0]}`, async (page) => { await page.locator('textarea').first().fill('Now other words. '.repeat(400)); await page.getByRole('button', { name: 'later' }).click(); });
    await look('official', `${root}/${empty.id}/check`);
    await look('official', `${root}/${empty.id}/check`, async (page) => { await page.getByRole('button', { name: 'Send for sign-off' }).click(); });
    await look('official', `${root}/${draft.id}/check`);
    await look('sro', `${root}/${awaiting.id}/sign-off`);
    await look('sro', `${root}/${awaiting.id}/decline`);
    await look('sro', `${root}/${awaiting.id}/decline`, async (page) => { await page.getByRole('button', { name: 'Decline' }).click(); });
    await look('sro', `${root}/${submitted.id}/withdraw`);
    await look('sro', `${root}/${submitted.id}/confirmation`);
    await look('official', `${root}/${withdrawn.id}/take-up`);
    await look('member', `${root}/${accepted.id}/versions/1`);
    await look('member', `${root}/${accepted.id}`);
  }
  await look('official', '/work');
  writeFileSync('/tmp/w/b-problems.txt', problems.join('\n'));
  expect(problems).toEqual([]);
}, 240000);
