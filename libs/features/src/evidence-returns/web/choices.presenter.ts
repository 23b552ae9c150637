import { ApplicationError } from '#platform/errors/application-error.js';

/** An item of GOV.UK Frontend's radios or select. */
export interface ChoiceItem {
  value: string;
  text: string;
  hint?: { text: string };
  checked: boolean;
  selected: boolean;
}

export function choices(items: readonly Pick<ChoiceItem, 'value' | 'text' | 'hint'>[], chosen: string): ChoiceItem[] {
  return items.map((item) => ({ ...item, checked: item.value === chosen, selected: item.value === chosen }));
}

/** The last part of the address of the page that adds an item. */
const NEW = 'new';

/** The id that a form's address names; empty for a new item. */
export function idOfItem(item: string): string {
  return item === NEW ? '' : item;
}

/** Where an item stands in its list; -1 for a new one. @throws ApplicationError 404 for one that is not there. */
export function itemWith(items: readonly { id: string }[], item: string): number {
  const index = items.findIndex(({ id }) => id === item);
  if (index < 0 && item !== NEW) throw ApplicationError.notFound('That item');
  return index;
}
