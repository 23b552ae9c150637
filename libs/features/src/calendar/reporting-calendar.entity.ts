import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation, VersionColumn } from 'typeorm';
import { type CycleRules, type ReportingRules } from '#domain/calendar/reporting-rules.js';
import { type Nation } from '#domain/calendar/working-calendar.js';
import { Framework } from '#features/frameworks/framework.entity.js';

/** When a framework's returns and plans are asked for. A framework without one opens nothing by itself. */
@Entity('reporting_calendars')
export class ReportingCalendar implements ReportingRules {
  @PrimaryColumn({ type: 'uuid', name: 'framework_id', primaryKeyConstraintName: 'pk_reporting_calendars' })
  frameworkId: string;

  @OneToOne(() => Framework, { nullable: false })
  @JoinColumn({ name: 'framework_id' })
  framework: Relation<Framework>;

  @Column({ type: 'text' })
  nation: Nation;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn: string;

  @Column({ type: 'boolean', name: 'avoids_recess' })
  avoidsRecess: boolean;

  @Column({ type: 'jsonb', nullable: true })
  returns: CycleRules | null;

  @Column({ type: 'jsonb', nullable: true })
  plans: CycleRules | null;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt: Date;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
