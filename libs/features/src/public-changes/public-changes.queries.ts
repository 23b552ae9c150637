import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { concerns, newestFirst, type PublicChange } from '#domain/public-changes/public-change.js';
import { Area } from '#features/areas/area.entity.js';
import { isEmbargoedArea } from '#features/releases/embargoed-area.js';
import { Clock } from '#platform/clock/clock.js';
import { alertChanges } from './alert-changes.js';
import { ChangeRegisters } from './change-registers.js';
import { type ChangeSource } from './change-source.js';
import { inquiryChanges, letterChanges, recommendationChanges } from './council-changes.js';
import { placeReplyChanges, releaseChanges } from './figure-changes.js';
import { judgementChanges } from './judgement-changes.js';
import { missionChanges } from './mission-changes.js';
import { frameworkChanges, reportChanges } from './report-changes.js';
import { submissionChanges } from './submission-changes.js';

const SOURCES: readonly ChangeSource[] = [
  alertChanges, frameworkChanges, inquiryChanges, judgementChanges, letterChanges, missionChanges, placeReplyChanges, recommendationChanges, releaseChanges, reportChanges,
  submissionChanges,
];

/** Changes with the registers that name what they are about. */
export interface ListedChanges {
  changes: PublicChange[];
  registers: ChangeRegisters;
}

/** Whose changes are wanted, as addresses name them. */
export interface ChangesAsked {
  /** `<framework>/<mission>`, by their slugs. */
  mission?: string | undefined;
  /** Slug. */
  department?: string | undefined;
  /** Code. */
  place?: string | undefined;
}

/** What was asked for and is known, with its name; `unknown` where something is asked for that there is not. */
export interface ChangesFound extends ListedChanges {
  names: { mission?: string; department?: string; place?: string };
  unknown: boolean;
}

/** What changed in public. Pages, feeds, files and mail all ask here, so that what one of them may not tell none tells. */
@Injectable()
export class PublicChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Newest first: all that everybody could first see after `from`, up to `to`, and nothing of the future whatever `to` is.
   * @param places codes of places that releases are asked about
   */
  async between({ from, to }: { from: Date; to: Date }, places: readonly string[] = [], manager: EntityManager = this.dataSource.manager): Promise<ListedChanges> {
    const now = this.clock.now();
    const span = { from, to: to < now ? to : now, places };
    const registers = await ChangeRegisters.read(manager);
    const changes: PublicChange[] = [];
    for (const source of SOURCES) changes.push(...(await source(manager, span, registers)));
    return { changes: changes.toSorted(newestFirst), registers };
  }

  /** The same for one mission, department or place. What is not known filters nothing. */
  async asked(span: { from: Date; to: Date }, asked: ChangesAsked): Promise<ChangesFound> {
    const place = asked.place === undefined ? undefined : await this.placeAt(asked.place);
    const { changes, registers } = await this.between(span, place ? [place.code] : []);
    const mission = asked.mission === undefined ? undefined : registers.missionAt(asked.mission);
    const department = asked.department === undefined ? undefined : registers.departmentAt(asked.department);
    const filter = { mission: mission?.id, department: department?.id, place: place?.code };
    return {
      changes: changes.filter((change) => concerns(change, filter)),
      registers,
      names: { ...(mission ? { mission: registers.missionName(mission.id) } : {}), ...(department ? { department: department.name } : {}), ...(place ? { place: place.name } : {}) },
      unknown: (asked.mission !== undefined && !mission) || (asked.department !== undefined && !department) || (asked.place !== undefined && !place),
    };
  }
  /** A place that is known from nothing but a file under embargo is not there yet. */
  private async placeAt(code: string): Promise<Area | null> {
    const { manager } = this.dataSource;
    const area = await manager.getRepository(Area).findOneBy({ code });
    return area && !(await isEmbargoedArea(manager, area, this.clock.now())) ? area : null;
  }
}
