import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { RAISE_ALERT } from '#features/alerts/raise-alert.job.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { MissionVacancy } from '#features/missions/mission-vacancy.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { definitionOf } from '#features/missions/target-definition.js';
import { Target } from '#features/missions/target.entity.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { OrganisationsService } from '#features/organisations/organisations.service.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type FrameworkFile } from './framework-file.js';
import { Framework } from './framework.entity.js';
import { type MissionEntry } from './mission-entry.js';
import { askedByFile, RecordedChanges } from './recorded-changes.js';
import { type TargetEntry } from './target-entry.js';

type MetricOfTargets = Pick<Metric, 'id' | 'slug' | 'method'>;

type TargetRow = Omit<Target, 'id' | 'mission' | 'metric' | 'replacedBy'> & { id?: string };

/** Writes a checked framework file: missions and targets in place by their slugs, so that what is said of them stays. */
@Injectable()
export class FrameworkStore {
  constructor(private readonly organisations: OrganisationsService) {}

  /** @throws ApplicationError where something that vanished from the file has been judged or reported on */
  async save(tx: Transaction, file: FrameworkFile, fileChecksum: string): Promise<Framework> {
    const departments = await this.organisations.ensure(
      tx,
      file.departments.map((department) => ({ ...department, kind: 'department' })),
    );
    const { reportDuty, ...facts } = file.framework;
    const frameworks = tx.repository(Framework);
    const known = await frameworks.findOneBy({ slug: facts.slug });
    const framework = await frameworks.save({
      ...known,
      ...facts,
      reportDuty: reportDuty && { ...reportDuty },
      objectives: file.objectives.map((objective) => ({ ...objective })),
      fileChecksum,
      importedAt: tx.now,
    });
    await this.removeVanished(tx, framework.id, file);
    // two missions may change places, and no number may be there twice on the way
    await tx.manager.query('UPDATE missions SET number = -number WHERE framework_id = $1', [framework.id]);
    const slugs = file.missions.flatMap(({ targets }) => targets.flatMap(({ metric }) => metric ?? []));
    const found = await tx.repository(Metric).find({ where: { slug: In(slugs) }, select: { id: true, slug: true, method: true } });
    const metrics = new Map(found.map((metric) => [metric.slug, metric]));
    for (const entry of file.missions) await this.saveMission(tx, framework.id, entry, departments, metrics);
    return framework;
  }

  private async saveMission(
    tx: Transaction,
    frameworkId: string,
    entry: MissionEntry,
    departments: ReadonlyMap<string, Organisation>,
    metrics: ReadonlyMap<string, MetricOfTargets>,
  ): Promise<void> {
    const { leads, vacancies, targets, objective, ...facts } = entry;
    const missions = tx.repository(Mission);
    const known = await missions.findOneBy({ frameworkId, slug: entry.slug });
    const { id: missionId } = await missions.save({
      ...known,
      ...facts,
      frameworkId,
      objectiveSlug: objective,
      clauses: entry.clauses.map((clause) => ({ ...clause })),
      openTerms: entry.openTerms.map((term) => ({ ...term })),
      expertVerdicts: entry.expertVerdicts.map((verdict) => ({ ...verdict })),
    });
    await tx.repository(MissionLead).delete({ missionId });
    await tx.repository(MissionLead).insert(
      leads.map(({ department, from, to, basis }) => {
        const organisationId = departments.get(department)?.id;
        if (!organisationId) throw new Error(`The department ${department} was not checked`);
        return { missionId, organisationId, from, to, basis };
      }),
    );
    await tx.repository(MissionVacancy).delete({ missionId });
    await tx.repository(MissionVacancy).insert(vacancies.map(({ from, to, reason }) => ({ missionId, from, to, reason })));
    const rows = await this.targetRows(tx, missionId, targets, metrics);
    const before = new Map(rows.known.map((target) => [target.slug, target]));
    await tx.repository(Target).save(rows.saved);
    for (const { slug, role } of rows.saved) {
      const known = before.get(slug);
      // asked by the verdict that stood until now, whatever the judging after this import says
      if (known?.role === 'headline' && role === 'supporting') await tx.enqueue(RAISE_ALERT, { kind: 'headline-demoted', targetId: known.id, at: tx.now.toISOString() });
    }
  }

  /** Targets as the file has them, but for what was recorded of them after interim reviews; those made there follow after the file's own. */
  private async targetRows(tx: Transaction, missionId: string, entries: readonly TargetEntry[], metrics: ReadonlyMap<string, MetricOfTargets>): Promise<{ known: Target[]; saved: TargetRow[] }> {
    const known = await tx.repository(Target).find({ where: { missionId }, order: { position: 'ASC' } });
    const recorded = await RecordedChanges.of(tx, known);
    const ofFile = entries.map((entry, position): TargetRow => {
      const { clause, metric: slug, baseline, decides, milestones, ...target } = entry;
      const metric = slug === null ? null : (metrics.get(slug) ?? null);
      const asked = { ...target, baseline: baseline && { ...baseline }, decides: decides && { ...decides }, milestones: milestones.map((milestone) => ({ ...milestone })), metricId: metric?.id ?? null };
      const before = known.find((each) => each.slug === target.slug);
      const { firstPublished, replacedById } = before ?? { firstPublished: definitionOf(asked, metric), replacedById: null };
      const reset = before && recorded.standsOver(before, askedByFile(entry)) ? { rule: before.rule, decides: before.decides, metricId: before.metricId } : {};
      return { ...before, ...asked, ...reset, role: replacedById === null ? target.role : 'supporting', missionId, clauseKey: clause, position, firstPublished, replacedById };
    });
    const others = known.filter((target) => recorded.isReplacement(target) && !entries.some(({ slug }) => slug === target.slug));
    return { known, saved: [...ofFile, ...others.map((target, index) => ({ ...target, position: entries.length + index }))] };
  }

  /** What nothing refers to goes; what has a past is named, for its past may not be lost with it. */
  private async removeVanished(tx: Transaction, frameworkId: string, file: FrameworkFile): Promise<void> {
    const reasons: Reason[] = [];
    const missions = await tx.repository(Mission).findBy({ frameworkId });
    for (const mission of missions) {
      const entry = file.missions.find(({ slug }) => slug === mission.slug);
      const kept = entry?.targets.map(({ slug }) => slug) ?? [];
      const vanished = await tx.repository(Target).findBy({ missionId: mission.id, slug: Not(In(kept)) });
      const recorded = await RecordedChanges.of(tx, vanished);
      for (const target of vanished) {
        if (entry && recorded.isReplacement(target)) continue;
        const held = await heldBy(tx, async (nested) => nested.delete(Target, { id: target.id }));
        if (held) reasons.push(stillReferred(`the target ${target.slug} of the mission ${mission.slug}`, held));
      }
      if (entry) continue;
      const held = await heldBy(tx, async (nested) => nested.delete(Mission, { id: mission.id }));
      if (held) reasons.push(stillReferred(`the mission ${mission.slug}`, held));
    }
    if (reasons.length > 0) throw ApplicationError.refused(reasons);
  }
}

/** Tries a deletion behind a savepoint. @returns the table that still refers to the row, where one does */
async function heldBy(tx: Transaction, remove: (nested: Transaction['manager']) => Promise<unknown>): Promise<string | undefined> {
  try {
    await tx.manager.transaction(async (nested) => void (await remove(nested)));
    return undefined;
  } catch (error) {
    const { code, table } = (error as { driverError?: { code?: string; table?: string } }).driverError ?? {};
    if (code !== '23503') throw error;
    return table ?? 'other rows';
  }
}

function stillReferred(what: string, table: string): Reason {
  const message = `${what} is no longer in the file, but there are ${table.replaceAll('_', ' ')} of it; keep it in the file`;
  return { code: 'vanished-but-referred-to', message };
}
