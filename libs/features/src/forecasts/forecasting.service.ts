import { existsSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { type PeerSeries } from '#domain/forecasts/peer-panel.js';
import { FORECAST_VERSION, type ForecastLack, type ForecastRequest, forecastTarget, type TargetForecast } from '#domain/forecasts/target-forecast.js';
import { Area } from '#features/areas/area.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { TargetFiguresQueries } from '#features/missions/target-figures.queries.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { Target } from '#features/missions/target.entity.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { inThreads } from '#platform/process/worker-threads.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { frozenMetric } from './frozen-choices.js';
import { sendablePoint, sendableSeries } from './sendable-series.js';
import { StoredForecast } from './stored-forecast.entity.js';

const THREAD = new URL('./forecast.worker.js', import.meta.url);

/** Standing computed judgements that no forecast was made after. */
const DUE = `
  SELECT latest.id FROM (
    SELECT DISTINCT ON (target_id) id, target_id FROM judgements WHERE kind = 'computed' ORDER BY target_id, sequence DESC
  ) latest
   WHERE NOT EXISTS (SELECT FROM target_forecasts f WHERE f.judgement_id = latest.id)`;

const LOCK = 'waymark forecasting';

/** Makes the forecasts that follow from judgements: by the releases that count, in a thread beside, and stored as shown. */
@Injectable()
export class ForecastingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly figures: TargetFiguresQueries,
    private readonly observations: ObservationsQueries,
  ) {}

  /** @returns how many targets were looked at */
  async makeDue(now: Date): Promise<number> {
    if ((await this.unitOfWork.reader.query<unknown[]>(DUE)).length === 0) return 0;
    const move = { actor: auditName(systemActor('job', 'forecast-targets')), event: 'TARGETS_FORECAST', subject: 'targets:all' };
    return this.unitOfWork.run(move, async (tx) => {
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK]);
      const due = await tx.manager.query<{ id: string }[]>(DUE);
      const judgements = await tx.manager.getRepository(Judgement).findBy({ id: In(due.map(({ id }) => id)) });
      const targets = await tx.manager.find(Target, { where: { id: In(judgements.map(({ targetId }) => targetId)) }, relations: { metric: true } });
      const found = await this.forecast(tx.manager, targets, now);
      const rows = judgements.flatMap((judgement) => {
        const result = found.get(judgement.targetId ?? '');
        if (result === undefined || judgement.targetId === null) return [];
        const said = typeof result === 'string' ? { forecast: null, lack: result } : { forecast: result, lack: null };
        return [{ targetId: judgement.targetId, judgementId: judgement.id, methodVersion: FORECAST_VERSION, releaseIds: judgement.releaseIds, ...said, madeAt: tx.now }];
      });
      await tx.repository(StoredForecast).insert(rows);
      tx.describe({ targets: rows.length, forecast: rows.filter(({ forecast }) => forecast !== null).length });
      return rows.length;
    });
  }

  /** By the targets' ids. A piece of work is a metric, whose series are sent to the thread once. */
  private async forecast(manager: EntityManager, targets: readonly Target[], now: Date): Promise<Map<string, TargetForecast | ForecastLack>> {
    const figures = await this.figures.ofAll(targets, { manager, at: now });
    const areas = await manager.find(Area);
    const peers = new Map<number, PeerSeries[]>();
    const pieces = new Map<number | null, { ids: string[]; requests: ForecastRequest[] }>();
    for (const [index, target] of targets.entries()) {
      const { metric, metricId, areas: of } = target;
      const one = of !== null && 'one' in of ? of.one : '';
      if (metricId !== null && one !== '' && !peers.has(metricId)) peers.set(metricId, sendableSeries(await this.observations.figures({ metricId, areas, manager, at: now })));
      const judged = targetToJudge(target, figures[index] ?? { series: [], areas: [] });
      const piece = pieces.get(metricId) ?? { ids: [], requests: [] };
      pieces.set(metricId, piece);
      piece.ids.push(target.id);
      const known = one === '' ? [] : (peers.get(metricId ?? 0) ?? []);
      piece.requests.push({ target: { ...judged, series: judged.series.map(sendablePoint) }, peers: known, code: one, choice: frozenMetric(metric?.slug ?? '').choice, asOf: londonDate(now) });
    }
    const work = [...pieces.values()];
    const results = await inThread(work.map(({ requests }) => requests.map(withoutAreas)));
    return new Map(work.flatMap(({ ids }, piece) => ids.flatMap((id, at) => {
      const result = results[piece]?.[at];
      return result === undefined ? [] : [[id, result] as const];
    })));
  }
}

/** From the sources there is no compiled file that a thread could load. */
async function inThread(work: readonly (readonly ForecastRequest[])[]): Promise<(TargetForecast | ForecastLack)[][]> {
  return existsSync(THREAD) ? inThreads(THREAD, work) : work.map((requests) => requests.map(forecastTarget));
}

/** A rule over areas is not forecast, and its figures are many. */
function withoutAreas(request: ForecastRequest): ForecastRequest {
  const { areas, ...target } = request.target;
  return areas ? { ...request, target: { ...target, areas: { expected: areas.expected, list: [] } } } : request;
}
