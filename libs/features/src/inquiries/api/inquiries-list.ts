import { Injectable } from '@nestjs/common';
import { INQUIRY_ORIGINS, INQUIRY_STATES } from '#domain/inquiries/inquiry-status.js';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { InquiryResponse, inquiryResponse } from './inquiry.response.js';

@Injectable()
export class InquiriesList implements ListSource<InquiryResponse> {
  constructor(private readonly inquiries: InquiriesQueries) {}

  async all(_: object, { framework }: Readonly<Record<string, string>> = {}): Promise<InquiryResponse[]> {
    const all = (await this.inquiries.all()).filter(({ missions }) => framework === undefined || missions.some(({ mission }) => mission.framework.slug === framework));
    const texts = await this.inquiries.publishedTexts(all);
    return all.map((inquiry) => inquiryResponse(inquiry, texts.get(inquiry.id) ?? null));
  }
}

export const INQUIRIES: OpenList = {
  path: 'inquiries', tag: 'inquiries', title: 'Inquiries', noun: 'That inquiry',
  description: 'An inquiry of the council, with its findings once they are published.',
  item: InquiryResponse, key: { reference: 'text' }, id: 'reference', source: InquiriesList,
  filters: [
    { name: 'state', kind: Object.keys(INQUIRY_STATES), description: 'Where it stands' },
    { name: 'origin', kind: Object.keys(INQUIRY_ORIGINS), description: 'Of the council’s own motion, or commissioned' },
    { name: 'framework', kind: 'text', by: 'source', description: 'Slug of the framework of a mission that it is about' },
    { name: 'mission', kind: 'text', field: 'missions', by: 'has', description: 'Slugs of framework and mission', example: 'levelling-up-2022/health' },
  ],
};
