import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { ReasonTemplate } from './reason-template.entity.js';

/** The words of a template at one time. */
@Entity('reason_template_versions', { comment: 'append-only: the words of every template of a reason' })
@Unique(['templateId', 'number'])
export class ReasonTemplateVersion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'template_id' })
  templateId: string;

  @ManyToOne(() => ReasonTemplate, { nullable: false })
  @JoinColumn({ name: 'template_id' })
  template: Relation<ReasonTemplate>;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  section: string | null;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid', name: 'written_by' })
  writtenBy: string;

  @Column({ type: 'text', name: 'written_by_name' })
  writtenByName: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;
}
