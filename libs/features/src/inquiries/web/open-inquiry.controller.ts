import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { INQUIRY_ORIGINS } from '#domain/inquiries/inquiry-status.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { InquiriesService } from '../inquiries.service.js';
import { inquiriesWords } from '../inquiries.words.js';
import { NewInquiryForm } from './inquiry.forms.js';

const words = inquiriesWords.create;

@Controller()
export class OpenInquiryController {
  constructor(
    private readonly inquiries: InquiriesQueries,
    private readonly service: InquiriesService,
  ) {}

  @Get(paths.open)
  @Access('inquiry.conduct', 'none')
  @Render('pages/views/asking.njk')
  async ask(@Req() request: Request): Promise<AskingPage> {
    const { title, lead, button } = words;
    const missions = await this.inquiries.missions();
    return askingPage({
      title, lead, button, caption: inquiriesWords.show.caption,
      backLink: { text: inquiriesWords.show.back, href: paths.list },
      fields: [
        { kind: 'line', name: 'title', label: words.name },
        { kind: 'text', name: 'scope', label: words.scope },
        { kind: 'choice', name: 'origin', label: words.origin, items: Object.entries(INQUIRY_ORIGINS).map(([value, text]) => ({ value, text })) },
        { kind: 'line', name: 'commissionedBy', label: words.commissionedBy, hint: words.commissionedByHint },
        { kind: 'date', name: 'commissionedOn', boxes: 'commissioned', label: words.commissionedOn, hint: words.commissionedOnHint },
        { kind: 'several', name: 'missionIds', label: words.missions, items: missions.map(({ id, number, focusArea, framework }) => ({ value: id, text: `${number}. ${focusArea} (${framework.title})` })) },
        { kind: 'date', name: 'expectedEnd', boxes: 'end', label: words.expectedEnd, hint: words.dateHint },
      ],
      form: takeFormState(request, { ...new NewInquiryForm() }),
    });
  }

  @Post(paths.open)
  @Access('inquiry.conduct', 'INQUIRY_OPENED')
  async open(@CurrentActor() actor: Actor, @Body() form: NewInquiryForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { title, scope, origin, commissionedBy, missionIds } = form;
    const reference = await this.service.open(actor, {
      title, scope, origin: origin || null, commissionedBy, missionIds,
      commissionedOn: dateOfBoxes({ day: form.commissionedDay, month: form.commissionedMonth, year: form.commissionedYear }),
      expectedEnd: dateOfBoxes({ day: form.endDay, month: form.endMonth, year: form.endYear }),
    });
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, paths.show(reference));
  }
}
