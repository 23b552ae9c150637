import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { consultationsPaths } from '#features/consultations/consultations.paths.js';
import { DirectorsQueries } from '#features/directors/directors.queries.js';
import { ProposalsQueries } from '#features/proposals/proposals.queries.js';
import { proposalsPaths } from '#features/proposals/proposals.paths.js';
import { briefingWords } from '../briefing.words.js';
import { placesPaths } from '../places.paths.js';
import { BriefingPageService } from './briefing-page.service.js';
import { type BriefingPage } from './briefing.presenter.js';
import { type Link } from './place-page.presenter.js';

interface BriefingsPage {
  title: string;
  words: typeof briefingWords.list;
  places: Link[];
  links: Link[];
}

/** For directors and officials of places. */
@Controller()
export class ShowBriefingController {
  constructor(
    private readonly briefings: BriefingPageService,
    private readonly directors: DirectorsQueries,
    private readonly proposals: ProposalsQueries,
  ) {}

  @Get(placesPaths.briefings)
  @Access('briefing.read', 'none')
  @Render('places/web/views/briefings.njk')
  async list(@CurrentActor() actor: Actor): Promise<BriefingsPage> {
    const own = await this.proposals.ownArea(actor.organisationId);
    const codes = [...new Set([...(own === '' ? [] : [own]), ...(await this.directors.placesOf(actor.id))])];
    const names = await this.directors.placeNames(codes);
    const { list } = briefingWords;
    return {
      title: list.title,
      words: list,
      places: codes.map((code) => ({ text: names.get(code) ?? code, href: placesPaths.briefing(code) })),
      links: [{ text: list.consultations, href: consultationsPaths.list }, { text: list.proposals, href: proposalsPaths.list }],
    };
  }

  @Get(placesPaths.briefing(':code'))
  @Access('briefing.read', 'none')
  @Render('places/web/views/briefing.njk')
  async show(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<BriefingPage> {
    return this.briefings.page(actor, code);
  }
}
