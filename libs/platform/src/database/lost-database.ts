/** The network's words for a server that nobody reaches. */
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
/** PostgreSQL's: connection exceptions (class 08), too many connections, and shutting down, crashed or starting. */
const SERVER = /^(08\w{3}|53300|57P0[1-3])$/;
/** The driver has no code where the connection ends in the middle, or the pool has none to give. */
const DRIVER = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Whether an error says that the database is away: it passes without anybody's change, so asking again later is right. */
export function isLostDatabase(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error ? String(error.code) : '';
  return NETWORK.has(code) || SERVER.test(code) || (error instanceof Error && DRIVER.test(error.message));
}
