import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type PageLanguage } from '#platform/language/page-language.js';

/** Somebody who has confirmed an address. The row goes with the last subscription; nothing else keeps the address but mail that is on its way. */
@Entity('subscribers')
export class Subscriber {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** In small letters. */
  @Column({ type: 'text', unique: true })
  email: string;

  /** In which this person subscribed last, and is written to. */
  @Column({ type: 'text', default: 'en' })
  language: PageLanguage;

  @Column({ type: 'timestamptz', name: 'confirmed_at' })
  confirmedAt: Date;
}
