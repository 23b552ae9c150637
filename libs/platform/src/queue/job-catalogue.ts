import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { JOB_HANDLER, type JobHandler } from './job-handler.js';
import { type JobKind } from './job-kind.js';

export interface CataloguedJob {
  kind: JobKind<object>;
  handler: JobHandler<object>;
}

/** All handlers of this process by the name of their kind. */
@Injectable()
export class JobCatalogue {
  private catalogue?: Map<string, CataloguedJob>;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error when two handlers claim one kind. */
  all(): Map<string, CataloguedJob> {
    if (this.catalogue) return this.catalogue;
    const catalogue = new Map<string, CataloguedJob>();
    for (const wrapper of this.discovery.getProviders()) {
      if (!wrapper.metatype || !wrapper.instance) continue;
      const kind = this.reflector.get<JobKind<object> | undefined>(JOB_HANDLER, wrapper.metatype);
      if (!kind) continue;
      if (catalogue.has(kind.name)) throw new Error(`Two handlers for the job ${kind.name}`);
      catalogue.set(kind.name, { kind, handler: wrapper.instance as JobHandler<object> });
    }
    this.catalogue = catalogue;
    return catalogue;
  }

  /** @throws Error naming every kind without a handler. */
  assertHandles(kinds: readonly JobKind<object>[]): void {
    const missing = kinds.filter((kind) => !this.all().has(kind.name)).map((kind) => kind.name);
    if (missing.length > 0) throw new Error(`No handler for the jobs ${missing.join(', ')}`);
  }
}
