import { Injectable } from '@nestjs/common';
import path from 'node:path';
import { User } from '#features/access/user.entity.js';
import { UsersService } from '#features/access/users.service.js';
import { Director } from '#features/directors/director.entity.js';
import { DirectorsService } from '#features/directors/directors.service.js';
import { QualityReviewImportService } from '#features/mission-quality/quality-review-import.service.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EXAMPLE_ACTOR, type ExampleStep, filesIn, foldersIn, readPeople, textOf } from './example-files.js';
import { ExampleRegisters } from './example-registers.service.js';
import { FrameworksService } from './frameworks.service.js';
import { type PeopleFile } from './people-file.js';

/** The steps of a load, in their order. */
export interface ExampleReport {
  steps: ExampleStep[];
  changed: boolean;
}

/**
 * Loads a folder laid out like `example/`. Each step is a transaction of its own and changes nothing where it is done
 * already; the framework comes last, so that a framework that is there means that all else is.
 */
/** The example's figures were copied from the files of this day (see its SOURCES.md). */
const EXAMPLE_PUBLISHED = '2026-06-26';
/** Files of the example that came out on another day. */
const PUBLISHED_OTHERWISE: Readonly<Record<string, string>> = { 'places-deprivation-2019.csv': '2019-09-26' };

@Injectable()
export class ExampleLoader {
  constructor(
    private readonly registers: ExampleRegisters,
    private readonly observations: ObservationsImportService,
    private readonly frameworks: FrameworksService,
    private readonly users: UsersService,
    private readonly directors: DirectorsService,
    private readonly qualityReviews: QualityReviewImportService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @param demoPeople also adds the made-up people, whom a demonstration lets anybody sign in as */
  async load(exampleDir: string, { demoPeople }: { demoPeople: boolean }): Promise<ExampleReport> {
    const steps = await this.registers.load(exampleDir);
    if (demoPeople) steps.push({ step: 'people', changed: await this.addPeople(await readPeople(exampleDir)) }, { step: 'directors', changed: await this.addDirectors(await readPeople(exampleDir)) });
    for (const file of await filesIn(path.join(exampleDir, 'observations'), '.csv')) {
      const { alreadyLoaded } = await this.observations.importFile(EXAMPLE_ACTOR, { path: file, publishedAt: PUBLISHED_OTHERWISE[path.basename(file)] ?? EXAMPLE_PUBLISHED });
      steps.push({ step: `observations ${path.basename(file)}`, changed: !alreadyLoaded });
    }
    for (const folder of await foldersIn(path.join(exampleDir, 'frameworks'))) {
      const { changed } = await this.frameworks.importFramework(EXAMPLE_ACTOR, await textOf(exampleDir, 'frameworks', folder, 'framework.yml'));
      steps.push({ step: `framework ${folder}`, changed });
      for (const file of await filesIn(path.join(exampleDir, 'frameworks', folder), 'quality-review.yml')) {
        const loaded = await this.qualityReviews.importFile(EXAMPLE_ACTOR, await textOf(file));
        steps.push({ step: `quality review ${folder}`, changed: loaded.changed });
      }
    }
    return { steps, changed: steps.some(({ changed }) => changed) };
  }

  private async addPeople({ people }: PeopleFile): Promise<boolean> {
    const known = new Set((await this.unitOfWork.reader.getRepository(User).find({ select: { id: true, email: true } })).map(({ email }) => email));
    const missing = people.filter(({ email }) => !known.has(email.toLowerCase()));
    for (const { name, email, roles, organisation, homeDepartment } of missing) {
      const home = homeDepartment === undefined ? {} : { homeOrganisation: homeDepartment };
      await this.users.add(EXAMPLE_ACTOR, { name, email, roles, organisation, ...home, demo: true });
    }
    return missing.length > 0;
  }

  private async addDirectors({ directors }: PeopleFile): Promise<boolean> {
    let added = false;
    for (const { email: contact, places, appointedBy, since } of directors) {
      const { id: userId, name } = await this.unitOfWork.reader.getRepository(User).findOneByOrFail({ email: contact.toLowerCase() });
      if (await this.unitOfWork.reader.getRepository(Director).existsBy({ userId })) continue;
      await this.directors.add(EXAMPLE_ACTOR, { userId, name, contact, places, appointedBy, since, until: '' });
      added = true;
    }
    return added;
  }
}
