/** Another living start of Waymark holds the lock of this data folder. Nothing of that start was touched. */
export class DataFolderInUse extends Error {
  readonly code = 'data-folder-in-use';

  /**
   * @param dataDir absolute path of the data folder
   * @param url address that the other start answers at; missing while it is still starting
   * @param pid process id of the other start, where it wrote one
   */
  constructor(
    readonly dataDir: string,
    readonly url: string | undefined,
    readonly pid: number | undefined,
  ) {
    const who = pid === undefined ? 'another Waymark' : `another Waymark (process ${pid})`;
    const where = url === undefined ? 'it is still starting' : `it answers at ${url}`;
    super(`The data folder ${dataDir} is in use by ${who}: ${where}. Stop it first, or give this one its own folder with WAYMARK_DATA_DIR.`);
    this.name = 'DataFolderInUse';
  }
}
