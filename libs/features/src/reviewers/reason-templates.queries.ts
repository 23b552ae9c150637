import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { ReasonTemplate } from './reason-template.entity.js';
import { ReasonTemplateVersion } from './reason-template-version.entity.js';
import { reviewersWords } from './reviewers.words.js';

/** A template with all that it ever said. */
export interface TemplateWithVersions {
  template: ReasonTemplate;
  /** Newest first. */
  versions: ReasonTemplateVersion[];
}

@Injectable()
export class ReasonTemplatesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** By title; those that are retired last. */
  async all(actor: Actor): Promise<ReasonTemplate[]> {
    requirePermission(actor, 'reason-template.manage');
    const templates = await this.dataSource.getRepository(ReasonTemplate).find({ order: { title: 'ASC', id: 'ASC' } });
    return [...templates.filter(({ retiredAt }) => !retiredAt), ...templates.filter(({ retiredAt }) => retiredAt)];
  }

  /** Those that a reviewer can put into a decision, by title. */
  async inUse(): Promise<ReasonTemplate[]> {
    return this.dataSource.getRepository(ReasonTemplate).find({ where: { retiredAt: IsNull() }, order: { title: 'ASC', id: 'ASC' } });
  }

  async one(actor: Actor, id: string): Promise<TemplateWithVersions> {
    requirePermission(actor, 'reason-template.manage');
    const template = await this.dataSource.getRepository(ReasonTemplate).findOneBy({ id });
    if (!template) throw ApplicationError.notFound(reviewersWords.templates.aTemplate);
    const versions = await this.dataSource.getRepository(ReasonTemplateVersion).find({ where: { templateId: id }, order: { number: 'DESC' } });
    return { template, versions };
  }
}
