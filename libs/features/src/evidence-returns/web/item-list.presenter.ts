import { type ListedSection, type SectionPage } from './edit-section.presenter.js';
import { type ItemCard } from './item-cards.presenter.js';

/** A section that is a list: its items, and where one is added. */
export interface ItemListPage extends SectionPage<object>, ListedSection {
  intro: string | undefined;
  /** Said where there is no item. */
  empty: string;
  cards: ItemCard[];
  /** Undefined where items come from elsewhere. */
  add: { text: string; href: string } | undefined;
}
