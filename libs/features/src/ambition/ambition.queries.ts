import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StoredAmbition } from './stored-ambition.entity.js';

/** What stands of a target, with its name. */
export interface StandingAmbition extends Pick<StoredAmbition, 'methodVersion' | 'setOn' | 'basis' | 'asSet' | 'hindsight' | 'alignment' | 'fitness' | 'madeAt'> {
  missionId: string;
  target: string;
  title: string;
  headline: boolean;
}

@Injectable()
export class AmbitionQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Of each target of some missions what stands, in the missions' order; targets that nothing was computed for are absent. */
  async ofMissions(missionIds: readonly string[]): Promise<StandingAmbition[]> {
    return this.dataSource.query(
      `SELECT t.mission_id AS "missionId", t.slug AS target, t.title, t.role = 'headline' AS headline, a.method_version AS "methodVersion", to_char(a.set_on, 'YYYY-MM-DD') AS "setOn", a.basis,
              a.as_set AS "asSet", a.hindsight, a.alignment, a.fitness, a.made_at AS "madeAt"
         FROM targets t CROSS JOIN LATERAL (SELECT * FROM target_ambitions WHERE target_id = t.id ORDER BY made_at DESC LIMIT 1) a
        WHERE t.mission_id = ANY($1) ORDER BY t.position, t.id`,
      [missionIds],
    );
  }
}
