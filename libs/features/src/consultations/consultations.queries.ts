import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Consultation } from './consultation.entity.js';
import { ConsultationReply } from './consultation-reply.entity.js';
import { mayConsultOn } from './consultations.service.js';

/** Reads of consultations. Who may see which reply is decided where it is presented. */
@Injectable()
export class ConsultationsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** All, the one that closes last first. */
  async all(): Promise<Consultation[]> {
    return this.dataSource.getRepository(Consultation).find({
      relations: { mission: { framework: true }, target: true, organisation: true }, order: { closesOn: 'DESC', reference: 'ASC' },
    });
  }

  /** Those that take replies now, the one that closes first at the top. */
  async open(): Promise<Consultation[]> {
    return this.dataSource.getRepository(Consultation).find({ where: { state: 'open' }, relations: { organisation: true }, order: { closesOn: 'ASC', reference: 'ASC' } });
  }

  /** @throws ApplicationError 404 */
  async byReference(reference: string): Promise<Consultation> {
    const consultation = await this.dataSource.getRepository(Consultation).findOne({ where: { reference }, relations: { mission: { framework: true }, target: true, organisation: true } });
    if (!consultation) throw ApplicationError.notFound('That consultation');
    return consultation;
  }

  /** Every invited body with its reply, by name. */
  async repliesTo(consultationId: string): Promise<ConsultationReply[]> {
    return this.dataSource.getRepository(ConsultationReply).find({ where: { consultationId }, relations: { organisation: true }, order: { organisation: { name: 'ASC' } } });
  }

  /** The reply of the reader's own body. @throws ApplicationError 403 where it is not asked */
  async ownReply(actor: Actor, consultationId: string): Promise<ConsultationReply> {
    requirePermission(actor, 'consultation.answer');
    const reply = actor.organisationId && (await this.dataSource.getRepository(ConsultationReply).findOne({ where: { consultationId, organisationId: actor.organisationId }, relations: { organisation: true } }));
    if (!reply) throw ApplicationError.forbidden('Your organisation is not asked in this consultation', 'not-invited');
    return reply;
  }

  /** The missions of frameworks that run that somebody may consult on, with their targets. @param today ISO date */
  async missionsFor(actor: Actor, today: string): Promise<Mission[]> {
    requirePermission(actor, 'consultation.open');
    const missions = await this.dataSource.getRepository(Mission).find({
      where: { frameworkId: ofOpenFramework() }, relations: { leads: { organisation: true }, targets: true, framework: true }, order: { framework: { slug: 'ASC' }, number: 'ASC', targets: { position: 'ASC' } },
    });
    return missions.filter((mission) => mayConsultOn(actor, leadOn(mission, today)?.organisationId ?? null));
  }

  async subNationalBodies(): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).find({ where: { kind: 'sub-national' }, order: { name: 'ASC' } });
  }
}
