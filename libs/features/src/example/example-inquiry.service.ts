import { Injectable } from '@nestjs/common';
import { InquiriesQueries } from '#features/inquiries/inquiries.queries.js';
import { InquiriesService } from '#features/inquiries/inquiries.service.js';
import { InquiryEvidenceService } from '#features/inquiries/inquiry-evidence.service.js';
import { InquiryWritingService } from '#features/inquiries/inquiry-writing.service.js';
import { RecommendationMovesService } from '#features/recommendations/recommendation-moves.service.js';
import { RecommendationsQueries } from '#features/recommendations/recommendations.queries.js';
import { exampleWords } from './example.words.js';
import { ExamplePast } from './example-past.service.js';

/** An inquiry of the example's council, with evidence, findings, one recommendation that is followed and one that nobody answers. */
@Injectable()
export class ExampleInquiry {
  constructor(
    private readonly past: ExamplePast,
    private readonly inquiries: InquiriesService,
    private readonly queries: InquiriesQueries,
    private readonly evidence: InquiryEvidenceService,
    private readonly writing: InquiryWritingService,
    private readonly recommendations: RecommendationsQueries,
    private readonly moves: RecommendationMovesService,
  ) {}

  /** Until its findings are ready. @returns its reference */
  async gather(missionId: string): Promise<string> {
    const member = await this.past.actor('member');
    const words = exampleWords.inquiry;
    const reference = await this.past.at(210, () =>
      this.inquiries.open(member, { title: words.title, scope: words.scope, origin: 'own-motion', commissionedBy: '', commissionedOn: null, expectedEnd: this.past.day(140), missionIds: [missionId] }),
    );
    const dueOn = await this.past.workingDaysAfter(this.past.day(205), 15);
    const questions = await this.past.at(205, async () => {
      const asked = [];
      for (const { organisation, question } of words.questions) asked.push(await this.evidence.ask(member, reference, { organisationId: await this.past.organisationId(organisation), question, dueOn }));
      return asked;
    });
    const official = await this.past.actor('official');
    await this.past.at(190, async () => {
      const { id, rowVersion } = await this.queries.question(reference, questions[0] ?? '');
      await this.evidence.answer(official, { reference, id, rowVersion }, { text: words.answer, confidential: false, confidentialReason: '' });
    });
    await this.past.at(160, async () => {
      await this.writing.write(member, { reference, rowVersion: 0 }, words.findings);
      for (const { organisation, text } of words.recommendations) await this.writing.addDraft(member, reference, { text, addresseeId: await this.past.organisationId(organisation), missionId, answerDays: 30 });
    });
    return reference;
  }

  /** Publishes it, and what became of its recommendations: one is answered and under way, the other is overdue. */
  async publish(reference: string): Promise<void> {
    const [member, sro, official] = [await this.past.actor('member'), await this.past.actor('sro'), await this.past.actor('official')];
    const { promise, progress, answerWords } = exampleWords.inquiry;
    await this.past.at(140, async () => {
      const { id, rowVersion } = await this.queries.byReference(reference);
      const quoted = (await this.queries.questionsOf(id)).filter(({ state }) => state === 'answered').map((question) => question.id);
      await this.inquiries.publish(member, { reference, rowVersion }, quoted);
    });
    const dfe = await this.past.organisationId('dfe');
    const own = async () => (await this.recommendations.ofSource(reference)).filter(({ addresseeId }) => addresseeId === dfe);
    await this.past.at(110, async () => {
      for (const made of await own()) await this.moves.answer(sro, made, { how: 'accept-in-part', words: answerWords, promise, promisedOn: this.past.day(-60) });
    });
    await this.past.at(50, async () => {
      for (const made of await own()) await this.moves.report(official, made, progress);
    });
  }
}
