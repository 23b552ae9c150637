import { Controller, Get, Inject, Injectable, Optional, Req, Res, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Request, type Response } from 'express';
import { DataSource } from 'typeorm';
import { capitalised } from '#domain/judgements/figure-words.js';
import { Access } from '#features/access/route-access.decorator.js';
import { ATTRIBUTION } from '#platform/api/attribution.response.js';
import { answerJson } from '#platform/api/open-answer.js';
import { cursorOf, keyOfCursor } from '#platform/api/page-query.js';
import { limitOf, type ParameterKind, strictQuery } from '#platform/api/strict-query.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { describeList } from './describe-list.js';
import { DownloadSizes } from './download-sizes.service.js';
import { keyOf, LINES_AT_ONCE, readPage, rowsOf, TableReader } from './list-reading.js';
import { API_ROOT, idParamOf, LIST_STAMP, type ListRequest, type ListSource, OPEN_LISTS, type OpenItem, type OpenList } from './open-list.js';
import { tableOf } from './open-table.js';

/** What a controller of a list does; the four routes of each are bound by `openList`. */
export abstract class OpenListController {
  protected abstract readonly definition: OpenList;
  private reader: TableReader | undefined;

  constructor(
    private readonly modules: ModuleRef,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sizes: DownloadSizes | undefined,
  ) {}

  async answerList(request: Request, response: Response): Promise<void> {
    const { limit: asked, cursor, ...filters } = strictQuery(request.query, { limit: 'text', cursor: 'text', ...this.filterKinds() });
    const limit = limitOf(asked);
    const after = keyOfCursor(cursor, Object.values(this.definition.key));
    const params = paramsOf(request);
    const found = await readPage(this.definition, this.source(), { params, filters, after, limit: limit + 1 });
    this.requireParent(found, { params, filters, after });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    const nextCursor = last ? cursorOf(keyOf(this.definition, last)) : null;
    const next = nextCursor === null ? null : `${request.path}?${new URLSearchParams({ ...filters, limit: String(limit), cursor: nextCursor }).toString()}`;
    await answerJson(request, response, { attribution: this.attribution(), items, nextCursor, next });
  }

  async answerOne(request: Request, response: Response): Promise<void> {
    strictQuery(request.query, {});
    const params = paramsOf(request);
    const id = params[idParamOf(this.definition)] ?? '';
    const source = this.source();
    const found = source.one ? await source.one(id, params) : await this.find(source, id, params);
    if (!found) throw ApplicationError.notFound(this.definition.noun);
    await answerJson(request, response, { attribution: this.attribution(), ...found });
  }

  async answerCsv(request: Request, response: Response): Promise<void> {
    const filters = strictQuery(request.query, this.filterKinds());
    const params = paramsOf(request);
    const first = await readPage(this.definition, this.source(), { params, filters, after: undefined, limit: LINES_AT_ONCE });
    this.requireParent(first, { params, filters, after: undefined });
    const table = tableOf(this.definition, params, this.attribution());
    // the metadata speak of the whole file, at the address without a question
    const whole = Object.keys(filters).length === 0 ? { describedBy: table.url } : {};
    const bytes = await sendCsv(response, { name: `waymark-${table.url.split('/').slice(3).join('-')}`, columns: table.columns.map(({ name }) => name), ...whole }, rowsOf(this.definition, this.source(), { params, filters }, first));
    if (bytes !== null && Object.keys(filters).length === 0) this.sizes?.remember(table.url, LIST_STAMP, bytes);
  }

  async answerCsvw(request: Request, response: Response): Promise<void> {
    strictQuery(request.query, {});
    const params = paramsOf(request);
    if (this.definition.within) this.requireParent(await readPage(this.definition, this.source(), { params, filters: {}, after: undefined, limit: 1 }), { params, filters: {}, after: undefined });
    sendCsvw(response, tableOf(this.definition, params, this.attribution()));
  }

  private async find(source: ListSource, id: string, params: ListRequest['params']): Promise<OpenItem | undefined> {
    if (source instanceof TableReader) return source.find(id, params);
    const all = ((await source.all?.(params, {})) ?? []) as OpenItem[];
    return all.find((item) => String(item[this.definition.id ?? ''] as string | number) === id);
  }

  /** A list within something that is not there is not there either: it is known by having no line at all. */
  private requireParent(found: readonly object[], { filters, after }: Omit<ListRequest, 'limit'>): void {
    if (this.definition.within && found.length === 0 && after === undefined && Object.keys(filters).length === 0) throw ApplicationError.notFound(this.definition.noun);
  }

  private filterKinds(): Record<string, ParameterKind> {
    return Object.fromEntries((this.definition.filters ?? []).map(({ name, kind }) => [name, kind]));
  }

  private attribution(): typeof ATTRIBUTION {
    return this.definition.attribution ?? ATTRIBUTION;
  }

  private source(): ListSource {
    const { definition: list } = this;
    if (typeof list.source === 'function') return this.modules.get(list.source, { strict: false });
    return (this.reader ??= new TableReader(this.dataSource, this.clock, { ...list, source: list.source }));
  }
}

/** Makes the controller of a list: the list, one item where it has a name, the file and what its columns hold. */
export function openList(list: OpenList): Type<OpenListController> {
  if (!OPEN_LISTS.some(({ path }) => path === list.path)) OPEN_LISTS.push(list);
  class MadeController extends OpenListController {
    protected readonly definition = list;
  }
  Object.defineProperty(MadeController, 'name', { value: `${nameOf(list.path)}Controller` });
  for (const [index, token] of [ModuleRef, DataSource, Clock, DownloadSizes].entries()) Inject(token)(MadeController, undefined, index);
  // there only where the page of downloads is
  Optional()(MadeController, undefined, 3);
  Injectable()(MadeController);
  Controller(API_ROOT)(MadeController);
  route(MadeController, 'list', { path: list.path, answer: 'answerList' });
  route(MadeController, 'download', { path: `${list.path}.csv`, answer: 'answerCsv' });
  route(MadeController, 'describe', { path: csvwPath(`${list.path}.csv`), answer: 'answerCsvw' });
  if (list.id !== null) route(MadeController, 'show', { path: `${list.path}/:${idParamOf(list)}`, answer: 'answerOne' });
  describeList(MadeController, list);
  return MadeController;
}

type Answer = 'answerList' | 'answerOne' | 'answerCsv' | 'answerCsvw';

function route(controller: Type<OpenListController>, name: string, { path, answer }: { path: string; answer: Answer }): void {
  const handler = async function (this: OpenListController, request: Request, response: Response): Promise<void> {
    await this[answer](request, response);
  };
  const prototype = controller.prototype as object;
  Object.defineProperty(prototype, name, { value: handler, writable: true, configurable: true, enumerable: false });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<typeof handler>;
  Req()(prototype, name, 0);
  Res()(prototype, name, 1);
  Get(path)(prototype, name, descriptor);
  Access('public.read', 'none')(prototype, name, descriptor);
}

function paramsOf(request: Request): Record<string, string> {
  return Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));
}

/** `council/members` as `CouncilMembers`. */
export function nameOf(path: string): string {
  return path.split(/[/-]/).filter((part) => !part.startsWith(':')).map((part) => capitalised(part)).join('');
}
