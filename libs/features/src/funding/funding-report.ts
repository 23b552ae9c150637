import { MONEY_WARNINGS, type MoneyWarning } from '#domain/funding/funding-money.js';

export interface FundingWarning {
  row: number;
  /** The project's code, or fund and place. */
  award: string;
  warning: MoneyWarning;
  /** As published. */
  rdel: number | null;
  cdel: number | null;
  total: number | null;
}

/** A council that could not be found in the register; its awards are kept without it. */
export interface UnmatchedCouncil {
  council: string;
  rows: number[];
  reason: string;
}

/** What an import of awards read and did. */
export interface FundingReport {
  fileName: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  checksum: string;
  layout: string;
  dryRun: boolean;
  /** The very same file was loaded before: nothing was changed. */
  alreadyLoaded: boolean;
  rows: number;
  /** Rows by fund, as the file names them. */
  byFund: Record<string, number>;
  matchedByCode: number;
  matchedByName: number;
  unmatched: UnmatchedCouncil[];
  warnings: FundingWarning[];
}

/** The report for people: counts, councils that were not found, and money that does not add up. */
export function fundingReportInLines(report: FundingReport): string[] {
  const { unmatched, warnings } = report;
  return [
    report.alreadyLoaded ? `${report.fileName} is loaded already; nothing was changed` : `${report.fileName}, SHA-256 ${report.checksum}`,
    `awards            ${report.rows}: ${Object.entries(report.byFund).map(([fund, rows]) => `${fund} ${rows}`).join(', ')}`,
    `councils by code  ${report.matchedByCode}`,
    `councils by name  ${report.matchedByName}`,
    `not matched       ${unmatched.length}`,
    ...unmatched.map(({ council, rows, reason }) => `  ${council} (row ${rows.join(', ')}): ${reason}`),
    `warnings          ${warnings.length}`,
    ...warnings.map((warning) => `  ${fundingWarningText(warning)}`),
    ...(report.dryRun ? ['A dry run: nothing was changed'] : []),
  ];
}

/** A warning in words: "TD-GLA-01 (row 282): there is no total; RDEL 126000, CDEL 6185580, total not given". */
function fundingWarningText({ row, award, warning, rdel, cdel, total }: FundingWarning): string {
  const amount = (pounds: number | null): string => (pounds === null ? 'not given' : String(pounds));
  return `${award} (row ${row}): ${MONEY_WARNINGS[warning]}; RDEL ${amount(rdel)}, CDEL ${amount(cdel)}, total ${amount(total)}`;
}
