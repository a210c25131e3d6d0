import type { ValidationError } from '@angular/forms/signals';
import type * as z from 'zod';

/** What a schema says against a value that no signal form holds, by field: `fieldErrors(DecisioneInput, row)['testo']`. */
export function fieldErrors(schema: z.ZodType, value: unknown): Record<string, ValidationError[]> {
  const errors: Record<string, ValidationError[]> = {};
  for (const { path, code, message } of schema.safeParse(value).error?.issues ?? [])
    (errors[String(path[0] ?? '')] ??= []).push({ kind: code, message });
  return errors;
}
