import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Framework } from '#features/frameworks/framework.entity.js';
import { type MissionLead } from './mission-lead.entity.js';
import { type Target } from './target.entity.js';

export type MissionScope = 'uk' | 'england' | 'devolved';
export type MissionMaturity = 'exploratory' | 'proposed' | 'agreed';

/** Part of the mission's text, with the metrics that cover it; none means uncovered. */
export interface Clause {
  key: string;
  text: string;
  coveredBy: string[];
  note?: string;
}

/** A term of the text that nobody has defined yet. */
export interface OpenTerm {
  term: string;
  clause: string;
  note: string;
  /** The figure that the council reads into it meanwhile; a term with a reading no longer caps the mission. */
  reading?: string;
}

/** What outside experts said of the mission's ambition, attributed and dated. */
export interface ExpertVerdict {
  aspect: string;
  verdict: 'not-ambitious-enough' | 'right-level' | 'too-ambitious' | 'more-information-needed';
  text: string;
  author: string;
  asOf: string;
}

@Entity('missions')
@Unique(['frameworkId', 'slug'])
@Unique(['frameworkId', 'number'])
export class Mission {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'framework_id' })
  frameworkId: string;

  @ManyToOne(() => Framework, { nullable: false })
  @JoinColumn({ name: 'framework_id' })
  framework: Relation<Framework>;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text', name: 'focus_area' })
  focusArea: string;

  @Column({ type: 'text', name: 'objective_slug' })
  objectiveSlug: string;

  /** The full text, word for word. */
  @Column({ type: 'text' })
  statement: string;

  @Column({ type: 'text' })
  scope: MissionScope;

  @Column({ type: 'text' })
  maturity: MissionMaturity;

  @Column({ type: 'jsonb' })
  clauses: Clause[];

  @Column({ type: 'jsonb', name: 'open_terms' })
  openTerms: OpenTerm[];

  @Column({ type: 'jsonb', name: 'expert_verdicts' })
  expertVerdicts: ExpertVerdict[];

  /** Slugs of the headline metrics, in the paper's order. */
  @Column({ type: 'text', array: true, name: 'headline_metrics' })
  headlineMetrics: string[];

  /** Slugs of departments that contribute beside the lead. */
  @Column({ type: 'text', array: true })
  contributors: string[];

  /** Slugs of sub-national bodies that are asked for a contribution to each return. */
  @Column({ type: 'text', array: true, default: [] })
  bodies: string[];

  @OneToMany('MissionLead', 'mission')
  leads: Relation<MissionLead[]>;

  @OneToMany('Target', 'mission')
  targets: Relation<Target[]>;
}
