import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { isAsFirstPublished } from '#features/missions/target-definition.js';
import { TargetFiguresQueries, type TargetOfFigures } from '#features/missions/target-figures.queries.js';
import { type JudgedTarget, targetToJudge } from '#features/missions/target-to-judge.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { definitionOn } from '#features/missions/target-versions.js';
import { type Target, type TargetDefinition } from '#features/missions/target.entity.js';

/** A target as it stands and, where that is something else, as it was first published. */
export interface SubjectTarget {
  target: Target;
  toJudge: TargetToJudge;
  asFirstPublished?: TargetToJudge;
}

/** A mission and its targets with the figures that they are judged by. */
export interface MissionSubject {
  mission: Mission;
  targets: SubjectTarget[];
}

/** Reads what a judging needs, inside its transaction, so that a release that it waits for counts. */
@Injectable()
export class TargetsToJudge {
  constructor(private readonly figures: TargetFiguresQueries) {}

  /**
   * @param missionIds all missions where none are named
   * @param running leaves out missions of frameworks that are closed: their verdicts stay as they were
   * @param asked ISO date: what targets asked for on that day, and not what they ask for now
   */
  async read(manager: EntityManager, { missionIds, asked, running = false, ...known }: { missionIds?: string[] | undefined; asked?: string; running?: boolean; at?: Date; undated?: boolean }): Promise<MissionSubject[]> {
    const missions = await manager.find(Mission, {
      where: { ...(missionIds ? { id: In(missionIds) } : {}), ...(running ? { frameworkId: ofOpenFramework() } : {}) },
      relations: { framework: true, targets: { metric: true } },
      order: { number: 'ASC', id: 'ASC', targets: { position: 'ASC' } },
    });
    const targets = missions.flatMap((mission) => mission.targets);
    if (asked !== undefined) await this.takeBack(manager, targets, asked);
    const changed = await this.asDefined(manager, targets.filter((target) => !isAsFirstPublished(target)).map((target) => ({ target, definition: target.firstPublished })));
    const figures = await this.figures.ofAll([...targets, ...changed.values()], { ...known, manager });
    const judged = [...targets, ...changed.values()].map((target, index) => targetToJudge(target, figures[index] ?? { series: [], areas: [] }));
    const first = new Map([...changed.keys()].map((id, index) => [id, judged[targets.length + index]]));
    const read = targets.flatMap((target, index): SubjectTarget[] => {
      const [toJudge, asFirstPublished] = [judged[index], first.get(target.id)];
      return toJudge ? [{ target, toJudge, ...(asFirstPublished ? { asFirstPublished } : {}) }] : [];
    });
    return missions.map((mission) => ({ mission, targets: read.filter(({ target }) => target.missionId === mission.id) }));
  }

  /** Gives the targets that were reset since what they asked for on a day; the rows read here are saved by nobody. */
  private async takeBack(manager: EntityManager, targets: readonly Target[], day: string): Promise<void> {
    const versions = await manager.findBy(TargetVersion, { targetId: In(targets.map(({ id }) => id)) });
    const then = targets.flatMap((target) => {
      const definition = definitionOn(versions.filter(({ targetId }) => targetId === target.id), day);
      return definition ? [{ target, definition }] : [];
    });
    const defined = await this.asDefined(manager, then);
    for (const { target } of then) Object.assign(target, defined.get(target.id));
  }

  /** By the target's id. A metric that has left the catalogue leaves nothing to judge by, which is said as *no data*. */
  private async asDefined(manager: EntityManager, targets: readonly { target: Target; definition: TargetDefinition }[]): Promise<Map<string, TargetOfFigures & JudgedTarget>> {
    const slugs = targets.flatMap(({ definition }) => definition.metric ?? []);
    const metrics = slugs.length === 0 ? [] : await manager.findBy(Metric, { slug: In(slugs) });
    return new Map(
      targets.map(({ target: { id, notComparable }, definition: { metric: slug, method, ...asked } }) => {
        const metric = metrics.find((found) => found.slug === slug) ?? null;
        return [id, { ...asked, notComparable, metricId: metric?.id ?? null, metric: metric && Object.assign(new Metric(), metric, { method }) }];
      }),
    );
  }
}
