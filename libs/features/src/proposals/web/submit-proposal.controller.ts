import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { proposalsPaths } from '../proposals.paths.js';
import { ProposalsQueries } from '../proposals.queries.js';
import { ProposalsService } from '../proposals.service.js';
import { proposalsWords } from '../proposals.words.js';
import { NewProposalForm } from './proposal.forms.js';

const words = proposalsWords.create;

interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

interface NewProposalPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  missions: Choice[];
  departments: Choice[];
  form: FormState<NewProposalForm>;
}

@Controller()
export class SubmitProposalController {
  constructor(
    private readonly proposals: ProposalsQueries,
    private readonly service: ProposalsService,
  ) {}

  @Get(proposalsPaths.submit)
  @Access('proposal.submit', 'none')
  @Render('proposals/web/views/new.njk')
  async ask(@CurrentActor() actor: Actor, @Req() request: Request): Promise<NewProposalPage> {
    const empty: NewProposalForm = { ...new NewProposalForm(), areaCode: await this.proposals.ownArea(actor.organisationId) };
    const form = takeFormState(request, empty);
    const missions = (await this.proposals.missions()).map(({ id, focusArea, framework }) => ({ value: id, text: `${focusArea} (${framework.title})` }));
    const departments = (await this.proposals.departments()).map(({ id, name }) => ({ value: id, text: name }));
    return {
      title: words.title,
      backLink: { text: proposalsWords.show.back, href: proposalsPaths.list },
      words,
      missions: choices(missions, form.values.missionId),
      departments: choices(departments, form.values.departmentId),
      form,
    };
  }

  @Post(proposalsPaths.submit)
  @Access('proposal.submit', 'PROPOSAL_RECEIVED')
  async submit(@CurrentActor() actor: Actor, @Body() form: NewProposalForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const reference = await this.service.submit(actor, form);
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, proposalsPaths.show(reference));
  }
}

function choices(items: { value: string; text: string }[], chosen: string): Choice[] {
  return [{ value: '', text: words.choose }, ...items].map((item) => ({ ...item, selected: item.value === chosen }));
}
