import { type FormState } from './form-state.js';

interface Choice {
  value: string;
  text: string;
}

/** One question of a form, in words. `name` is the field that a refusal names. */
export type AskedField =
  | { kind: 'text'; name: string; label: string; hint?: string; rows?: number }
  | { kind: 'line'; name: string; label: string; hint?: string; classes?: string }
  | { kind: 'choice' | 'several'; name: string; label: string; hint?: string; items: readonly Choice[] }
  | { kind: 'select'; name: string; label: string; hint?: string; items: readonly Choice[] }
  /** Three boxes, named `<boxes>Day`, `<boxes>Month` and `<boxes>Year`. */
  | { kind: 'date'; name: string; boxes: string; label: string; hint?: string };

/** A page that asks before something is done. */
export interface AskingPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  lead: readonly string[];
  /** What is looked at before the button is pressed: heading and words. */
  shown: readonly { heading: string; text: string }[];
  fields: readonly object[];
  button: string;
  /** Null for a page whose form changes no row that has versions. */
  rowVersion: number | null;
  form: FormState<object>;
}

/** `form` holds its values by field name. Chosen items are marked, so that the template computes nothing. */
export function askingPage(
  page: Omit<AskingPage, 'fields' | 'shown' | 'rowVersion'> & { fields: readonly AskedField[]; shown?: AskingPage['shown'] },
): AskingPage {
  const values = new Map(Object.entries(page.form.values) as [string, unknown][]);
  const { form, shown = [] } = page;
  const rowVersion = Number(values.get('rowVersion'));
  return {
    ...page, shown,
    rowVersion: Number.isInteger(rowVersion) ? rowVersion : null,
    fields: page.fields.map((field) => {
      const { name } = field;
      const errorMessage = form.errors[name];
      const shared = { ...field, id: name, errorMessage, hint: field.hint === undefined ? undefined : { text: field.hint } };
      if (field.kind === 'date') {
        return { ...shared, boxesId: `${name}-boxes`, items: ['Day', 'Month', 'Year'].map((part) => ({ id: part === 'Day' ? name : `${name}-${part.toLowerCase()}`, name: `${field.boxes}${part}`, label: part, value: textOf(values.get(`${field.boxes}${part}`)), classes: part === 'Year' ? 'govuk-input--width-4' : 'govuk-input--width-2' })) };
      }
      if (!('items' in field)) return { ...shared, value: textOf(values.get(name)) };
      const chosen = [values.get(name)].flat().map(textOf);
      return { ...shared, items: field.items.map((item) => ({ ...item, checked: chosen.includes(item.value), selected: chosen.includes(item.value) })) };
    }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
