import type { ProblemCode } from '@tavoli/shared';
import { QueryFailedError } from 'typeorm';
import { ProblemError } from '../problem/problem.error.js';

/** For `.catch()`: the database refused a second row by one of these unique indexes; say so in the domain's words. */
export function uniqueViolation(constraints: string | readonly string[], code: ProblemCode): (error: unknown) => never {
  return error => {
    const driver = error instanceof QueryFailedError ? (error.driverError as { code?: string; constraint?: string }) : {};
    if (driver.code === '23505' && driver.constraint !== undefined && [constraints].flat().includes(driver.constraint))
      throw new ProblemError(code);
    throw error;
  };
}
