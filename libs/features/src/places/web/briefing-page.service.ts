import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { ConsultationsQueries } from '#features/consultations/consultations.queries.js';
import { DirectorsQueries } from '#features/directors/directors.queries.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { ProposalsQueries } from '#features/proposals/proposals.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { BriefingQueries } from '../briefing.queries.js';
import { PlacesQueries } from '../places.queries.js';
import { type BriefingPage, briefingPage } from './briefing.presenter.js';
import { figureRows } from './place-figures.presenter.js';
import { territoryCodes } from './territory-codes.js';

/** Reads what a briefing shows, in under fifteen statements; nothing of it is unpublished. */
@Injectable()
export class BriefingPageService {
  constructor(
    private readonly areas: AreasQueries,
    private readonly metrics: MetricsQueries,
    private readonly places: PlacesQueries,
    private readonly briefing: BriefingQueries,
    private readonly proposals: ProposalsQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly directors: DirectorsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError where there is no such place */
  async page(actor: Actor, code: string): Promise<BriefingPage> {
    requirePermission(actor, 'briefing.read');
    const area = await this.areas.shown(code);
    if (!area) throw ApplicationError.notFound('That place');
    const codes = territoryCodes(code);
    const [metrics, cells, baselines, replies, facts, proposals, consultations, directors] = await Promise.all([
      this.metrics.all(),
      this.places.cells(codes),
      this.places.baselines(),
      this.places.replies(area.id),
      this.briefing.facts(area, this.clock.today()),
      this.proposals.all(code),
      this.consultations.open(),
      this.directors.ofPlace(code),
    ]);
    const { rows } = figureRows({ codes, metrics, cells, baselines, comparators: [] });
    const verdicts = await this.briefing.verdicts(rows.map(({ slug }) => slug));
    return briefingPage({ area, today: this.clock.today(), rows, verdicts, replies, proposals, consultations, directors, ...facts });
  }
}
