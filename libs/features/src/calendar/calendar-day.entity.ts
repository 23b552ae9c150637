import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type CalendarDayKind } from '#domain/calendar/calendar-day-kind.js';
import { type Nation } from '#domain/calendar/working-calendar.js';

/** Days that people have entered: a proclaimed or dropped bank holiday, a recess, a pre-election period. */
@Entity('calendar_days')
export class CalendarDay {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  kind: CalendarDayKind;

  /** Null: all four. */
  @Column({ type: 'text', nullable: true })
  nation: Nation | null;

  @Column({ type: 'text' })
  name: string;

  /** First and last day. */
  @Column({ type: 'date', name: 'first_day' })
  firstDay: string;

  @Column({ type: 'date', name: 'last_day' })
  lastDay: string;

  /** Where it is announced. */
  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'timestamptz', name: 'entered_at' })
  enteredAt: Date;

  /** Taken back by; null while it counts. */
  @Column({ type: 'timestamptz', name: 'dropped_at', nullable: true })
  droppedAt: Date | null;
}
