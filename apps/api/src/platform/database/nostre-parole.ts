import { PROBLEMS, type ProblemCode } from '@tavoli/shared';
import { QueryFailedError } from 'typeorm';

/** SQLSTATE of what a trigger of ours refuses: its message is the code of the problem. */
const NOSTRO = 'UR001';

/** The refusal that the database gave in our own words; null for any other error. */
export function inNostreParole(error: unknown): ProblemCode | null {
  const { code, message } = error instanceof QueryFailedError ? (error.driverError as { code?: string; message?: string }) : {};
  return code === NOSTRO && message !== undefined && Object.hasOwn(PROBLEMS, message) ? (message as ProblemCode) : null;
}
