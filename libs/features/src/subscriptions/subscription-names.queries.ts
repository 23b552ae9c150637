import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { subjectOf } from '#domain/subscriptions/subscription-subject.js';
import { Area } from '#features/areas/area.entity.js';
import { departmentsPaths } from '#features/departments/departments.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { ChangeRegisters } from '#features/public-changes/change-registers.js';
import { publicChangesPaths } from '#features/public-changes/public-changes.paths.js';
import { isEmbargoedArea } from '#features/releases/embargoed-area.js';
import { Clock } from '#platform/clock/clock.js';
import { subscriptionsWords } from './subscriptions.words.js';

export interface NamedSubject {
  /** As `subjectText` gives it. */
  subject: string;
  name: string;
  /** Path of its page. */
  path: string;
  /** Nothing is told of it any more: its framework is closed. */
  ended?: true;
}

/** Names of what can be subscribed to. */
@Injectable()
export class SubscriptionNames {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Everything, the missions and the departments; places are too many for a list. One statement. */
  async choices(): Promise<NamedSubject[]> {
    const registers = await ChangeRegisters.read(this.dataSource.manager);
    return [
      EVERYTHING,
      ...[...registers.missions.values()].map(({ id, framework, slug, closedAt }) => ({
        subject: `mission:${framework}/${slug}`, name: registers.missionName(id), path: missionsPaths.mission(framework, slug), ...(closedAt ? { ended: true as const } : {}),
      })),
      ...[...registers.bodies.values()].filter(({ kind }) => kind === 'department').map(({ slug, name }) => ({ subject: `department:${slug}`, name, path: departmentsPaths.show(slug) })),
    ];
  }

  /** @returns null for what there is not, and for a place that is known from nothing but a file under embargo */
  async of(text: string): Promise<NamedSubject | null> {
    const subject = subjectOf(text);
    if (subject?.kind !== 'place') return (await this.choices()).find((choice) => choice.subject === text) ?? null;
    const { manager } = this.dataSource;
    const area = await manager.getRepository(Area).findOneBy({ code: subject.key });
    if (!area || (await isEmbargoedArea(manager, area, this.clock.now()))) return null;
    return { subject: text, name: subscriptionsWords.place(area.name, area.code), path: placesPaths.place(area.code) };
  }
}

const EVERYTHING: NamedSubject = { subject: 'all', name: subscriptionsWords.everything, path: publicChangesPaths.list };
