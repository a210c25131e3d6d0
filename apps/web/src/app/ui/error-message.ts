import type { ValidationError } from '@angular/forms/signals';
import { isRefusal } from './problem';

const BY_KIND: Readonly<Record<string, string>> = {
  required: 'Questo campo è obbligatorio.',
  email: 'Scrivi un indirizzo e-mail valido, per esempio nome@esempio.it.',
  minLength: 'Il testo è troppo corto.',
  maxLength: 'Il testo è troppo lungo.',
  min: 'Il valore è troppo basso.',
  max: 'Il valore è troppo alto.',
  pattern: 'Il formato non è quello richiesto.',
  parse: 'Il valore non è valido.',
};

/** The Italian sentence for an error of a field: the schema's own, else one for its kind. */
export function errorMessage(error: ValidationError): string {
  return error.message ?? BY_KIND[error.kind] ?? 'Controlla questo campo.';
}

/** The errors that hold now: all but what the API refused before the latest submit. */
export const standing = <E extends ValidationError>(errors: readonly E[]): E[] =>
  errors.filter(error => !(isRefusal(error) && error.stale()));
