import * as z from 'zod';
import { PROBLEMS, type Problem, type ProblemCode } from './problem.js';

/** RFC 9457 problem details, as every refusal of the API carries them. */
export const problemView = z.strictObject({
  /** Where the kind of problem is explained, within the portal. */
  type: z.string(),
  /** In Italian, for people. */
  title: z.string(),
  status: z.int().min(400).max(599),
  /** Stable, for programs. */
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  /** Request id, to quote when asking for help. */
  instance: z.string().optional(),
  /** Fields that are wrong: JSON pointer into the body, stable code, words in Italian. */
  errors: z.array(z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  /** For `versione.superata`: the version now stored. */
  version: z.int().optional(),
}) satisfies z.ZodType<Problem>;
