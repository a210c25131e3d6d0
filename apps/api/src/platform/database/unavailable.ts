/**
 * SQLSTATE (classes) and codes of the system that mean "the database is not there, has no room, or somebody holds what is needed", not "our code
 * is wrong": asking again a little later may well succeed. 25006: a standby, or a database made read-only. 28, 3D000: whoever
 * runs it is changing who may enter. 58: its disk. 40: two transactions in each other's way. 55P03, 57014, 25P0[34]: limits of `lanes.ts`.
 */
const UNAVAILABLE =
  /^(08...|57P..|53...|40001|40P01|55P03|57014|25P0[34]|25006|28...|3D000|58...|ECONN[A-Z]+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What TypeORM says of a connection that was lost while it was in hand. */
const LOST = new Set([
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
  'CannotExecuteNotConnectedError',
  'ConnectionIsNotSetError',
  'TransactionNotStartedError',
]);
const DEEP = 5;

/** Whether an error, or what caused it, says that the database cannot serve now. */
export function isUnavailable(error: unknown): boolean {
  for (let depth = 0, at = error; depth < DEEP && typeof at === 'object' && at !== null; depth += 1) {
    const { code, name, driverError, cause } = at as { code?: unknown; name?: unknown; driverError?: unknown; cause?: unknown };
    if (typeof code === 'string' && UNAVAILABLE.test(code)) return true;
    if (typeof name === 'string' && LOST.has(name)) return true;
    at = driverError ?? cause;
  }
  return false;
}
