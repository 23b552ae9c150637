import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { CouncilNames, type NamedCouncil } from '#domain/funding/council-name.js';
import { moneyWarning } from '#domain/funding/funding-money.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Area } from '#features/areas/area.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { FundingAward } from './funding-award.entity.js';
import { FundingFile } from './funding-file.entity.js';
import { readFundingFile } from './funding-file-reading.js';
import { AuthorityGrants } from './authority-grants.entity.js';
import { AUTHORITY_GRANTS, type PublishedAward } from './funding-layouts.js';
import { ensureFunds } from './fund-register.service.js';
import { type FundingReport, type FundingWarning, type UnmatchedCouncil } from './funding-report.js';

interface PlacedAward extends PublishedAward {
  area: NamedCouncil | null;
}

/** Loads files of awards, all or nothing. Money that does not add up is kept as published and said. */
@Injectable()
export class FundingImportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ApplicationError with every fault (row, column, value), where there is one; nothing is loaded then */
  async importFile(actor: Actor, file: { fileName: string; bytes: Buffer; dryRun: boolean }): Promise<FundingReport> {
    requirePermission(actor, 'observation.import');
    const { fileName, bytes, dryRun } = file;
    const { layout, awards, faults } = readFundingFile(bytes);
    if (layout === null || faults.length > 0) {
      const reasons = faults.map(({ row, column, value, reason }) => ({
        code: 'row-rejected',
        message: `row ${row}${column ? `, ${column}` : ''}${value ? `, “${value}”` : ''}: ${reason}`,
        field: column || 'row',
      }));
      throw ApplicationError.invalid(reasons, `${fileName} was refused; nothing was loaded`);
    }
    const checksum = createHash('sha256').update(bytes).digest('hex');
    const councils = await this.councils(awards);
    const { placed, matches } = place(awards, councils);
    const report: FundingReport = {
      ...{ fileName, checksum, layout, dryRun, alreadyLoaded: await this.unitOfWork.reader.existsBy(FundingFile, { checksum }) },
      rows: awards.length,
      byFund: countsOf(awards.map(({ fund }) => fund).filter((fund) => fund !== '')),
      ...matches,
      warnings: awards.flatMap(warningOf),
    };
    if (dryRun || report.alreadyLoaded) return report;
    await this.unitOfWork.run({ actor: auditName(actor), event: 'FUNDING_IMPORTED', subject: 'funding-file:new', facts: { checksum, rows: awards.length } }, async (tx) => {
      const { id } = await tx.repository(FundingFile).save({ checksum, fileName, layout, rows: awards.length, importedAt: tx.now, importedBy: auditName(actor) });
      if (layout === AUTHORITY_GRANTS) await tx.repository(AuthorityGrants).insert(placed.flatMap((award) => grantsRow(award, id)));
      else {
        const funds = await ensureFunds(tx, Object.keys(report.byFund));
        await tx.repository(FundingAward).insert(placed.map((award) => awardRow(award, id, funds)));
      }
      tx.describe({ layout, warnings: report.warnings.length, unmatched: report.unmatched.length }, `funding-file:${id}`);
    });
    return report;
  }

  /** Areas by the codes of the file, and councils that there are today by their names. */
  private async councils(awards: readonly PublishedAward[]): Promise<{ byCode: Map<string, NamedCouncil>; names: CouncilNames }> {
    const codes = [...new Set(awards.flatMap(({ councilCode }) => councilCode ?? []))];
    const named = await this.unitOfWork.reader.findBy(Area, { code: In(codes) });
    const standing = await this.unitOfWork.reader.findBy(Area, { level: In(['upper-tier', 'unitary', 'lower-tier']), validTo: IsNull() });
    return { byCode: new Map(named.map((area) => [area.code, area])), names: new CouncilNames(standing.filter(({ successors }) => successors.length === 0)) };
  }
}

/** A code decides where the file has one; a name only where it has none, and only where it is one council's. */
function place(
  awards: readonly PublishedAward[],
  { byCode, names }: { byCode: ReadonlyMap<string, NamedCouncil>; names: CouncilNames },
): { placed: PlacedAward[]; matches: Pick<FundingReport, 'matchedByCode' | 'matchedByName' | 'unmatched'> } {
  const unmatched = new Map<string, UnmatchedCouncil>();
  const matches = { matchedByCode: 0, matchedByName: 0 };
  const miss = (council: string, row: number, reason: string): null => {
    const known = unmatched.get(council) ?? { council, rows: [], reason };
    known.rows.push(row);
    unmatched.set(council, known);
    return null;
  };
  const placed = awards.map((award): PlacedAward => {
    const { row, council, councilCode } = award;
    if (council === null) return { ...award, area: null };
    if (councilCode !== null) {
      const area = byCode.get(councilCode);
      if (area) matches.matchedByCode += 1;
      return { ...award, area: area ?? miss(`${council} (${councilCode})`, row, 'its code is not in the register of areas') };
    }
    const found = names.match(council);
    if ('council' in found) matches.matchedByName += 1;
    return { ...award, area: 'council' in found ? found.council : miss(council, row, found.unmatched) };
  });
  return { placed, matches: { ...matches, unmatched: [...unmatched.values()] } };
}

function warningOf({ row, fund, code, place: town, money }: PublishedAward): FundingWarning[] {
  const warning = money && moneyWarning(money);
  return money && warning ? [{ row, award: code ?? `${fund}, ${town ?? ''}`, warning, ...money }] : [];
}

function grantsRow({ row, council, area, year = '', grants }: PlacedAward, fileId: number): Omit<AuthorityGrants, 'file' | 'area'>[] {
  if (!grants) return [];
  return [{ fileId, row, areaId: area?.id ?? null, council: council ?? '', year, grants: grants.number, ringFenced: String(grants.ringFenced), total: String(grants.total) }];
}

function awardRow({ row, fund, code, place: town, council, area, money, year }: PlacedAward, fileId: number, funds: ReadonlyMap<string, number>): Omit<FundingAward, 'file' | 'fund' | 'area'> {
  const fundId = funds.get(fund);
  if (fundId === undefined) throw new Error(`The fund ${fund} was not saved`);
  const text = (pounds: number | null | undefined): string | null => (pounds === null || pounds === undefined ? null : String(pounds));
  return {
    ...{ fileId, row, fundId, code, place: town, council, areaId: area?.id ?? null, year: year ?? null },
    ...{ rdel: text(money?.rdel), cdel: text(money?.cdel), total: text(money?.total) },
    sumAsPublished: money && moneyWarning(money) === undefined,
  };
}

function countsOf(texts: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Object.fromEntries(counts);
}
