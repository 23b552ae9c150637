import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { ArrayContains } from 'typeorm';
import { User } from '#features/access/user.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { ReportEdition } from '#features/reports/report-edition.entity.js';
import { ReportPdf } from '#features/reports/report-pdf.entity.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { saveScheduledReport } from '../factories/report.factory.js';
import { faultsOf } from '../support/valid-page.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { textsOfPages } from '../support/pdf-text.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

/** An edition that the clock publishes at once. */
async function publish(waymark: TestApplication, reference = 'AR-2026-7K3D', mission?: Mission): Promise<ReportEdition> {
  mission ??= (await saveEducationMission(waymark.dataSource)).mission;
  const chair = await waymark.dataSource.getRepository(User).findOneByOrFail({ roles: ArrayContains(['council-chair']) });
  const planned = {
    reference, frameworkId: mission.frameworkId, kind: reference === 'AR-2026-7K3D' ? 'council' as const : 'statutory' as const, asOf: '2026-11-20', record: { recommendations: [], letters: [], decisions: [], inquiries: [], calibration: [] }, publishAt: new Date('2026-11-23T08:00:00Z'),
  };
  const reportId = await saveScheduledReport(waymark.dataSource, chair.id, planned, [{
    key: 'education', missionId: mission.id, text: `Attendance <holds> the mission back. ${reference}`,
    facts: {
      number: 5, slug: 'education', focusArea: 'Education', statement: 'S', scope: 'england', lead: null, computed: null, department: null, council: null,
      targets: [{ slug: 't', title: 'Target', role: 'headline', verdict: 'off-track', sentence: 'It is off track.', method: 'interim-path', methodVersion: '1', judgedOn: '2026-11-01' }],
      done: [], planned: [], dropped: [], consultations: [], alerts: [], overdue: [], dataGaps: [], vacancies: [], wording: [], resets: [], interimReviews: [],
    },
  }]);
  waymark.clock.set('2026-11-23T09:00:00Z');
  await waymark.runWatches();
  return waymark.dataSource.getRepository(ReportEdition).findOneByOrFail({ reportId });
}

const pdfOf = (waymark: TestApplication, { id }: ReportEdition): Promise<ReportPdf> => waymark.dataSource.getRepository(ReportPdf).findOneByOrFail({ editionId: id });

/** What a screen reader is told: the language, the words for each picture, the levels of the headings in order. */
function structureOf(pdf: PDFDocument): { language: string; figures: (string | null)[]; headings: string[] } {
  const [figures, headings]: [(string | null)[], string[]] = [[], []];
  const walk = (node: unknown): void => {
    const object = node instanceof PDFRef ? pdf.context.lookup(node) : node;
    if (object instanceof PDFArray) for (const child of object.asArray()) walk(child);
    if (!(object instanceof PDFDict)) return;
    const kind = object.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? '';
    const alt = object.lookupMaybe(PDFName.of('Alt'), PDFString, PDFHexString);
    if (kind === 'Figure') figures.push(alt?.decodeText() ?? null);
    if (/^H\d$/.test(kind)) headings.push(kind);
    walk(object.get(PDFName.of('K')));
  };
  walk(pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).get(PDFName.of('K')));
  return { language: pdf.catalog.lookup(PDFName.of('Lang'), PDFString, PDFHexString).decodeText(), figures, headings };
}

withBrowser('the PDF of an edition', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication({ environment: { WAYMARK_CHROMIUM: process.env['WAYMARK_TEST_CHROMIUM'] ?? '', PATH: process.env['PATH'] ?? '' } });
  });
  afterAll(() => waymark.close());

  it('is tagged, has a title and an outline, and is public', async () => {
    const edition = await publish(waymark);
    expect((await pdfOf(waymark, edition)).outcome).toBe('made');
    const { status, headers, body } = await waymark.visitor().get('/reports/AR-2026-7K3D/editions/1/report.pdf').buffer(true);
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    const bytes = body as Buffer;
    const pdf = await PDFDocument.load(bytes);
    expect(pdf.getTitle()).toBe('Annual report of the council, 1 April 2025 to 31 March 2026: Levelling Up');
    const text = bytes.toString('latin1');
    for (const part of ['/StructTreeRoot', '/MarkInfo', '/Outlines', '/Lang']) expect(text).toContain(part);
    for (const tag of ['/H1', '/H2', '/Table', '/TH']) expect(text).toMatch(new RegExp(`/S ${tag}\\b`));
    expect((await waymark.visitor().get('/reports/AR-2026-7K3D/editions/1')).text).toContain('PDF, tagged');
    const { language, figures, headings } = structureOf(pdf);
    expect(language).toMatch(/^en/);
    expect(figures).toEqual([expect.stringMatching(/^0 of 1 mission was off track or worse by the figures\. Missions by verdict on 20 November 2026.*not judged: 1 by the figures, 1 by the council\.$/)]);
    expect(headings.slice(0, 2)).toEqual(['H1', 'H2']);
    expect(headings).not.toContain('H4');
    const pages = textsOfPages(pdf).map((page) => page.replaceAll(/\s/g, ''));
    expect(pages.length).toBeGreaterThan(3);
    const title = 'Annual report of the council, 1 April 2025 to 31 March 2026: Levelling Up'.replaceAll(' ', '');
    for (const [index, page] of pages.entries()) expect([index, page.includes(title), page.includes(`Page${index + 1}of${pages.length}`)]).toEqual([index, true, true]);
  }, 120_000);
});

describe('an edition', () => {
  it.each([
    [{ PATH: '' }, 'no-browser', 'There is no PDF of this edition: no browser is set up'],
    [{ WAYMARK_CHROMIUM: '/nowhere/chromium', PATH: process.env['PATH'] ?? '' }, 'no-browser', 'There is no PDF of this edition: no browser is set up'],
  ])('is published without a browser too: %#', async (environment, outcome, words) => {
    const waymark = await startTestApplication({ environment });
    try {
      const edition = await publish(waymark);
      expect((await pdfOf(waymark, edition)).outcome).toBe(outcome);
      expect((await waymark.visitor().get('/reports/AR-2026-7K3D/editions/1')).text).toContain(words);
    } finally {
      await waymark.close();
    }
  });

  it('stands side by side with that of the other kind', async () => {
    const waymark = await startTestApplication({ environment: { PATH: '' } });
    try {
      const page = '/reports/AR-2026-7K3D/editions/1';
      await publish(waymark);
      expect((await waymark.visitor().get(`${page}/beside`)).status).toBe(404);
      await publish(waymark, 'AR-2026-9WXY', await waymark.dataSource.getRepository(Mission).findOneByOrFail({ slug: 'education' }));
      const { status, text } = await waymark.visitor().get(`${page}/beside`);
      expect([status, await faultsOf(text)]).toEqual([200, []]);
      for (const words of ['They differ in: text.', 'Statutory annual report, edition 1', 'Attendance &lt;holds&gt; the mission back. AR-2026-9WXY']) expect(text).toContain(words);
      expect((await waymark.visitor().get(page)).text).toContain(`${page}/beside`);
    } finally {
      await waymark.close();
    }
  });
});
