import { Injectable } from '@nestjs/common';
import { FrameworksQueries } from '#features/frameworks/frameworks.queries.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { MissionsQueries } from '#features/missions/missions.queries.js';
import { type StatementPage, type StatementSection } from '../statement.js';
import { methodStatement } from '../statements.words.js';
import { workedExample } from './worked-example.presenter.js';

/** The page on the method, with the numbers of a verdict that stands today. */
@Injectable()
export class MethodPageService {
  constructor(
    private readonly frameworks: FrameworksQueries,
    private readonly missions: MissionsQueries,
    private readonly judgements: JudgementsQueries,
  ) {}

  async page(): Promise<StatementPage> {
    const [latest] = await this.frameworks.all();
    return methodStatement(latest ? await this.exampleFrom(latest) : undefined);
  }

  /** The first verdict, in the order of the missions, that stands on a path. */
  private async exampleFrom({ id, slug }: { id: string; slug: string }): Promise<StatementSection | undefined> {
    const missions = await this.missions.allOfFramework(slug);
    const metrics = new Map(missions.flatMap(({ targets }) => targets.map((target) => [target.id, target.metric])));
    for (const { focusArea, targets } of await this.judgements.standingOfFramework(id)) {
      for (const { targetId, title, computed } of targets) {
        const metric = metrics.get(targetId);
        if (!computed || !metric || computed.method !== 'interim-path') continue;
        const { verdict, components } = computed;
        const example = workedExample({ mission: focusArea, target: title, verdict, components, style: metric });
        if (example) return example;
      }
    }
    return undefined;
  }
}
