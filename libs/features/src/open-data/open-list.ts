import { type Type } from '@nestjs/common';
import { type AttributionResponse } from '#platform/api/attribution.response.js';
import { type CursorPart } from '#platform/api/page-query.js';
import { type ParameterKind } from '#platform/api/strict-query.js';
import { type OpenColumn } from './open-shape.js';

export type OpenItem = Record<string, unknown>;

/** Narrows a list by one parameter of its address. */
export interface OpenFilter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly description: string;
  readonly example?: string;
  /** The field of the item that it is held against; its own name where absent. */
  readonly field?: string;
  /** Equal (where absent), one of a list of words, a day from which or to which, or left to the source. */
  readonly by?: 'has' | 'from' | 'to' | 'source';
}

/** Which part of a list is asked for. */
export interface ListRequest {
  /** Of the path: `framework` in `frameworks/:framework/missions`. */
  readonly params: Readonly<Record<string, string>>;
  /** As checked: every one is of its kind. */
  readonly filters: Readonly<Record<string, string>>;
  /** The key of the last item of the page before. */
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** Reads a list. One of `all`, for what fits on a few pages, and `page`, in the order of the list's key. */
export interface ListSource<Item extends object = object> {
  all?(params: ListRequest['params'], filters: ListRequest['filters']): Promise<Item[]>;
  page?(request: ListRequest): Promise<Item[]>;
  /** One thing whole, where it says more than its line in the list. @throws ApplicationError 404 */
  one?(id: string, params: ListRequest['params']): Promise<object>;
}

/** A list by one statement: its columns are the fields' names. It may use `moment.now` and `moment.today`. */
export interface TableSource {
  readonly sql: string;
}

/** A list is counted when it is made, not when it changes: too many things change it. */
export const LIST_STAMP = 'as last made';

/** A public list: its addresses, its items, and what a reader has to know of it. */
export interface OpenList {
  /** Below `/api/v1`. */
  readonly path: string;
  readonly tag: string;
  readonly title: string;
  /** What one line is, as one sentence. */
  readonly description: string;
  /** As a sentence says that there is none: “That letter”. */
  readonly noun: string;
  /** Class of an item, with its fields described. */
  readonly item: Type<object>;
  /** Class of one thing whole, where it says more; it has the attribution among its fields. */
  readonly whole?: Type<object>;
  /** Fields that put the list in order and together name an item, each with what it is. */
  readonly key: Readonly<Record<string, CursorPart>>;
  /** The field that names one item in its address; null where the list is all there is. */
  readonly id: string | null;
  /** How the address calls it, where not as the field is called. */
  readonly idParam?: string;
  /** Parts of the path that say which list it is, each with the field that holds it. */
  readonly within?: Readonly<Record<string, string>>;
  readonly filters?: readonly OpenFilter[];
  readonly source: TableSource | Type<ListSource>;
  readonly attribution?: AttributionResponse;
  /** Columns of the file, where they are not those that follow from the item's fields. */
  readonly columns?: readonly OpenColumn[];
}

export const API_ROOT = 'api/v1';

/** Every public list, as it was made: the page of downloads and the tests walk it. */
export const OPEN_LISTS: OpenList[] = [];

export function idParamOf({ id, idParam }: OpenList): string {
  return idParam ?? id ?? '';
}
