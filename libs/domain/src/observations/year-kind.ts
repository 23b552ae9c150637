/** What a bare year or "2021/22" means in the files of a metric. Snapshots are kept as months: their day varies from year to year. */
export const YEAR_KINDS = ['calendar', 'financial', 'school', 'further-education', 'snapshot'] as const;

export type YearKind = (typeof YEAR_KINDS)[number];

/** How the periods of one metric are to be read. */
export interface PeriodReading {
  readonly yearKind: YearKind;
  /** 1 to 12: the month that a bare year stands for in a series of snapshots. */
  readonly snapshotMonth?: number | null;
}

/** The first month of the years that do not begin in January. */
export const FIRST_MONTH: Readonly<Partial<Record<YearKind, string>>> = {
  financial: '04',
  school: '09',
  'further-education': '08',
};
