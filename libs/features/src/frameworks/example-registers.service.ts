import { Injectable } from '@nestjs/common';
import { auditName } from '#domain/access/permissions.js';
import { AreasService } from '#features/areas/areas.service.js';
import { BoundariesService } from '#features/maps/boundaries.service.js';
import { FundRegister } from '#features/funding/fund-register.service.js';
import { FundingImportService } from '#features/funding/funding-import.service.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { changes, OrganisationsService } from '#features/organisations/organisations.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EXAMPLE_ACTOR, type ExampleStep, readPeople, textOf } from './example-files.js';
import { type PeopleFile } from './people-file.js';

/** The example's registers: what figures and missions refer to. */
@Injectable()
export class ExampleRegisters {
  constructor(
    private readonly metrics: MetricsService,
    private readonly areas: AreasService,
    private readonly boundaries: BoundariesService,
    private readonly organisations: OrganisationsService,
    private readonly funds: FundRegister,
    private readonly awards: FundingImportService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async load(exampleDir: string): Promise<ExampleStep[]> {
    const catalogue = await this.metrics.importCatalogue(EXAMPLE_ACTOR, await textOf(exampleDir, 'catalogue', 'metrics.yml'));
    const context = await this.metrics.importCatalogue(EXAMPLE_ACTOR, await textOf(exampleDir, 'catalogue', 'context-metrics.yml'));
    const areas = await this.areas.importRegister(EXAMPLE_ACTOR, await textOf(exampleDir, 'areas', 'areas.csv'));
    const neighbours = await this.areas.importGeography(EXAMPLE_ACTOR, { files: [await textOf(exampleDir, 'areas', 'demographic-neighbours.csv')], edition: 2025 });
    const tiles = await this.boundaries.importFile(EXAMPLE_ACTOR, await textOf(exampleDir, 'boundaries', 'tiles.csv'));
    const funds = await this.funds.importRegister(EXAMPLE_ACTOR, await textOf(exampleDir, 'funding', 'funds.yml'));
    const { fileName, text } = await textOf(exampleDir, 'funding', 'towns-fund.csv');
    const { alreadyLoaded } = await this.awards.importFile(EXAMPLE_ACTOR, { fileName, bytes: Buffer.from(text), dryRun: false });
    return [
      { step: 'metrics', changed: catalogue.changed },
      { step: 'context metrics', changed: context.changed },
      { step: 'areas', changed: areas.changed },
      { step: 'neighbours', changed: neighbours.changed },
      { step: 'tiles of maps', changed: tiles.changed },
      { step: 'funds', changed: funds.changed },
      { step: 'awards', changed: !alreadyLoaded },
      { step: 'organisations', changed: await this.ensureOrganisations(await readPeople(exampleDir)) },
    ];
  }

  private async ensureOrganisations({ organisations }: PeopleFile): Promise<boolean> {
    const known = await this.unitOfWork.reader.getRepository(Organisation).find();
    const changed = organisations.filter((organisation) => changes(known.find(({ slug }) => slug === organisation.slug), organisation));
    if (changed.length === 0) return false;
    const slugs = changed.map(({ slug }) => slug);
    const move = { actor: auditName(EXAMPLE_ACTOR), event: 'ORGANISATIONS_CHANGED', subject: 'register:organisations', facts: { slugs } };
    await this.unitOfWork.run(move, async (tx) => void (await this.organisations.ensure(tx, changed)));
    return true;
  }
}
