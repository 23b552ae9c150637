import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { fundingPaths } from '../funding.paths.js';
import { FundingQueries, type ShownAward, type ShownFund } from '../funding.queries.js';
import { fundingWords as words } from '../funding.words.js';
import { placeMoneyWords } from '../place-money.words.js';
import { fundChangesWords } from '../fund-changes.words.js';
import { AWARD_COLUMNS } from './award-columns.js';
import { FundChanges } from './fund-changes.service.js';
import { fundedAreas } from './funded-areas.js';
import { PlaceChanges } from './place-changes.service.js';
import { placeChangesSection } from './place-changes.presenter.js';
import { fundPage, missionLinks, moneyInWords } from './fund.presenter.js';

/** Funds, and each with its awards. */
@Controller()
export class ShowFundingController {
  constructor(
    private readonly cache: PageCache,
    private readonly funding: FundingQueries,
    private readonly changes: FundChanges,
    private readonly places: PlaceChanges,
  ) {}

  @Get(fundingPaths.list)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'funding/web/views/list.njk',
      model: async () => ({
        title: words.list.title, words,
        grants: { href: fundingPaths.grants, text: placeMoneyWords.grants.link },
        funds: (await this.funding.funds()).map((fund) => ({ link: { text: fund.title, href: fundingPaths.fund(fund.slug) }, missions: missionLinks(fund), awards: fund.awards, authorities: fund.authorities, money: moneyInWords(fund.pounds) })),
      }),
    });
  }

  // before the page, whose slug has no dot
  @Get(fundingPaths.awardsCsv(':slug'))
  @Access('public.read', 'none')
  async csv(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const awards = await this.funding.awards((await this.fund(slug)).id);
    await sendCsv(response, { name: `${slug}-awards.csv`, columns: AWARD_COLUMNS.map(({ name }) => name), describedBy: fundingPaths.awardsCsv(slug) }, once(awards));
  }

  @Get(fundingPaths.awardsMetadata(':slug'))
  @Access('public.read', 'none')
  async metadata(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const { title, licence, publisher } = await this.fund(slug);
    sendCsvw(response, { url: fundingPaths.awardsCsv(slug), title: words.csv.title(title), description: words.csv.description, licence: licence ?? 'Open Government Licence v3.0', publisher: publisher ?? 'Waymark', columns: AWARD_COLUMNS });
  }

  @Get(fundingPaths.fund(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'funding/web/views/fund.njk',
      model: async () => {
        const fund = await this.fund(slug);
        const [awards, eligible, missions] = await Promise.all([this.funding.awards(fund.id), this.funding.eligible(fund), this.changes.missions(fund)]);
        const areas = fundedAreas(awards, eligible);
        const [rows, metrics] = await Promise.all([this.changes.of(missions), this.places.of(missions, areas)]);
        return {
          ...(await fundPage(fund, awards, areas)),
          changes: { words: fundChangesWords, money: fundChangesWords.money(moneyInWords(fund.pounds)), rows },
          places: placeChangesSection(fund.slug, metrics),
        };
      },
    });
  }

  /** @throws ApplicationError where there is none */
  private async fund(slug: string): Promise<ShownFund> {
    const [fund] = await this.funding.funds(slug);
    if (!fund) throw ApplicationError.notFound('That fund');
    return fund;
  }
}

async function* once(awards: readonly ShownAward[]): AsyncGenerator<(string | number | null)[][]> {
  yield awards.map(({ place, council, code, area, year, rdel, cdel, total }) => [place, council, code, area, year, rdel, cdel, total]);
}
