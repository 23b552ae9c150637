import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Proposal } from './proposal.entity.js';
import { ProposalEvent } from './proposal-event.entity.js';

/** Reads of local proposals; all of it is public. */
@Injectable()
export class ProposalsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. @param areaCode one place's */
  async all(areaCode?: string): Promise<Proposal[]> {
    return this.dataSource.getRepository(Proposal).find({
      ...(areaCode === undefined ? {} : { where: { areaCode } }),
      relations: { organisation: true, department: true, mission: true }, order: { receivedAt: 'DESC', reference: 'ASC' },
    });
  }

  /** @throws ApplicationError 404 */
  async byReference(reference: string): Promise<Proposal> {
    const proposal = await this.dataSource.getRepository(Proposal).findOne({ where: { reference }, relations: { organisation: true, department: true, mission: { framework: true } } });
    if (!proposal) throw ApplicationError.notFound('That proposal');
    return proposal;
  }

  async eventsOf(proposalId: string): Promise<ProposalEvent[]> {
    return this.dataSource.getRepository(ProposalEvent).find({ where: { proposalId }, order: { sequence: 'ASC' } });
  }

  async missions(): Promise<Mission[]> {
    return this.dataSource.getRepository(Mission).find({ relations: { framework: true }, order: { framework: { slug: 'ASC' }, number: 'ASC' } });
  }

  async departments(): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).find({ where: { kind: 'department' }, order: { name: 'ASC' } });
  }

  /** Code of the place whose own council an organisation is; '' for all others. */
  async ownArea(organisationId: string | null): Promise<string> {
    const organisation = organisationId === null ? null : await this.dataSource.getRepository(Organisation).findOneBy({ id: organisationId });
    return organisation?.areaCode ?? '';
  }
}
