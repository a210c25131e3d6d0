import type * as z from 'zod';

const UNIT: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['carattere', 'caratteri'],
  array: ['voce', 'voci'],
};

const amount = (n: number | bigint, origin: string): string => {
  const unit = UNIT[origin];
  return unit === undefined ? String(n) : `${n} ${unit[Number(n) === 1 ? 0 : 1]}`;
};

/** What a field that has no words of its own says when it is refused: plain Italian, never the library's English. */
export const paroleDiZod: z.core.$ZodErrorMap = issue => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Manca questo dato.' : 'Il dato non è del tipo previsto.';
    case 'unrecognized_keys':
      return `Dati non previsti: ${issue.keys.slice(0, 5).join(', ').slice(0, 200)}.`;
    case 'too_small':
      return `Almeno ${amount(issue.minimum, issue.origin)}.`;
    case 'too_big':
      return `Al massimo ${amount(issue.maximum, issue.origin)}.`;
    case 'invalid_format':
      return 'Il formato non è quello previsto.';
    case 'invalid_value':
    case 'invalid_union':
      return 'Scegli tra i valori previsti.';
    default:
      return 'Il valore non è valido.';
  }
};
