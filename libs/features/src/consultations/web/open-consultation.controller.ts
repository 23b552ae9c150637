import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { documentsOf } from '#domain/consultations/new-consultation.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { consultationsPaths } from '../consultations.paths.js';
import { ConsultationsQueries } from '../consultations.queries.js';
import { ConsultationsService } from '../consultations.service.js';
import { consultationsWords } from '../consultations.words.js';
import { NewConsultationForm, typedDate } from './consultation.forms.js';

const words = consultationsWords.create;

interface NewConsultationPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  subjects: { value: string; text: string; selected: boolean }[];
  bodies: { value: string; text: string; checked: boolean }[];
  who: { value: string; text: string; checked: boolean }[];
  form: FormState<NewConsultationForm>;
}

@Controller()
export class OpenConsultationController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly service: ConsultationsService,
    private readonly clock: Clock,
  ) {}

  @Get(consultationsPaths.create)
  @Access('consultation.open', 'none')
  @Render('consultations/web/views/new.njk')
  async ask(@CurrentActor() actor: Actor, @Req() request: Request): Promise<NewConsultationPage> {
    const form = takeFormState(request, { ...new NewConsultationForm(), who: 'every' as const } as NewConsultationForm);
    const { subject, who } = form.values;
    const chosen: readonly string[] = [form.values.bodies ?? []].flat();
    const missions = await this.consultations.missionsFor(actor, this.clock.today());
    const several = new Set(missions.map(({ frameworkId }) => frameworkId)).size > 1;
    const subjects = missions.flatMap(({ id, focusArea, targets, framework }) => {
      const name = several ? `${focusArea} (${framework.title})` : focusArea;
      return [{ value: `mission:${id}`, text: words.wholeMission(name) }, ...targets.map((target) => ({ value: `target:${target.id}`, text: `${name}: ${target.title}` }))];
    });
    return {
      title: words.title,
      backLink: { text: consultationsWords.show.back, href: consultationsPaths.list },
      words,
      subjects: [{ value: '', text: words.choose }, ...subjects].map((item) => ({ ...item, selected: item.value === subject })),
      bodies: (await this.consultations.subNationalBodies()).map(({ id, name }) => ({ value: id, text: name, checked: chosen.includes(id) })),
      who: [{ value: 'every', text: words.every, checked: who !== 'some' }, { value: 'some', text: words.some, checked: who === 'some' }],
      form,
    };
  }

  @Post(consultationsPaths.create)
  @Access('consultation.open', 'CONSULTATION_ANNOUNCED')
  async announce(@CurrentActor() actor: Actor, @Body() form: NewConsultationForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { subject, title, question, documents, who, bodies } = form;
    const reference = await this.service.announce(actor, {
      subject, title, question, documents: documentsOf(documents), everyBody: who === 'every', bodies,
      opensOn: typedDate(form, 'opens'), closesOn: typedDate(form, 'closes'), respondBy: typedDate(form, 'respond'),
    });
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, consultationsPaths.show(reference));
  }
}
