/** How much an archive may hold before anybody unpacks it. */
export interface ArchiveLimits {
  entries: number;
  /** Bytes of everything in it, unpacked. */
  unpacked: number;
  /** Times that it may grow by unpacking. */
  ratio: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 2_000, unpacked: 200 * 1024 * 1024, ratio: 100 };
