import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource, In } from 'typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryDraft } from './inquiry-draft.entity.js';
import { InquiryEvent } from './inquiry-event.entity.js';
import { InquiryFindings } from './inquiry-findings.entity.js';
import { InquiryQuestion } from './inquiry-question.entity.js';

const MISSIONS = { missions: { mission: { framework: true } } };

/** Reads of inquiries. What of it is public when, presenters decide by the inquiry's state. */
@Injectable()
export class InquiriesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first, with their missions. */
  async all(): Promise<Inquiry[]> {
    return this.dataSource.getRepository(Inquiry).find({ relations: MISSIONS, order: { openedAt: 'DESC', reference: 'ASC' } });
  }

  /** @throws ApplicationError 404 */
  async byReference(reference: string): Promise<Inquiry> {
    const inquiry = await this.dataSource.getRepository(Inquiry).findOne({ where: { reference }, relations: MISSIONS });
    if (!inquiry) throw ApplicationError.notFound('That inquiry');
    return inquiry;
  }

  async eventsOf(inquiryId: string): Promise<InquiryEvent[]> {
    return this.dataSource.getRepository(InquiryEvent).find({ where: { inquiryId }, relations: { question: { organisation: true } }, order: { sequence: 'ASC' } });
  }

  async questionsOf(inquiryId: string): Promise<InquiryQuestion[]> {
    return this.dataSource.getRepository(InquiryQuestion).find({ where: { inquiryId }, relations: { organisation: true }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  /** What an organisation is asked, what is due first at the top. */
  async askedOf(organisationId: string | null): Promise<InquiryQuestion[]> {
    if (organisationId === null) return [];
    return this.dataSource.getRepository(InquiryQuestion).find({ where: { organisationId }, relations: { inquiry: true }, order: { dueOn: 'ASC', askedAt: 'ASC' } });
  }

  /** @throws ApplicationError 404 also for a question of another inquiry */
  async question(reference: string, id: string): Promise<InquiryQuestion> {
    const question = isUUID(id) ? await this.dataSource.getRepository(InquiryQuestion).findOne({ where: { id, inquiry: { reference } }, relations: { inquiry: true, organisation: true } }) : null;
    if (!question) throw ApplicationError.notFound('That question');
    return question;
  }

  /** The newest version first. */
  async findingsOf(inquiryId: string): Promise<InquiryFindings[]> {
    return this.dataSource.getRepository(InquiryFindings).find({ where: { inquiryId }, order: { number: 'DESC' } });
  }

  /** The published findings by inquiry; nothing of those that have not published any. */
  async publishedTexts(inquiries: readonly Inquiry[]): Promise<Map<string, string>> {
    const published = inquiries.flatMap(({ id, publishedFindings }) => (publishedFindings === null ? [] : [{ inquiryId: id, number: publishedFindings }]));
    if (published.length === 0) return new Map();
    const findings = await this.dataSource.getRepository(InquiryFindings).find({ where: published });
    return new Map(findings.map(({ inquiryId, text }) => [inquiryId, text]));
  }

  async draftsOf(inquiryId: string): Promise<InquiryDraft[]> {
    return this.dataSource.getRepository(InquiryDraft).find({ where: { inquiryId }, relations: { addressee: true, mission: true }, order: { writtenAt: 'ASC', id: 'ASC' } });
  }

  /** @throws ApplicationError 404 */
  async draft(inquiryId: string, id: string): Promise<InquiryDraft> {
    const draft = (await this.draftsOf(inquiryId)).find((one) => one.id === id);
    if (!draft) throw ApplicationError.notFound('That recommendation');
    return draft;
  }

  async missions(): Promise<Mission[]> {
    return this.dataSource.getRepository(Mission).find({ relations: { framework: true }, order: { framework: { slug: 'ASC' }, number: 'ASC' } });
  }

  /** Departments and sub-national bodies by name. */
  async possibleBodies(): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).find({ where: { kind: In(['department', 'sub-national']) }, order: { name: 'ASC' } });
  }
}
