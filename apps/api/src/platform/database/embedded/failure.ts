/** The one error of this folder that people read: why the server cannot run, and what to do instead. */
export class EmbeddedPostgresFailure extends Error {
  override readonly name = 'EmbeddedPostgresFailure';

  /** @param reason a whole Italian sentence, full stop included. */
  constructor(reason: string, options?: ErrorOptions) {
    super(`Il PostgreSQL incluso non può partire: ${reason} Imposta DATABASE_URL per usare un tuo PostgreSQL (15 o successivo).`, options);
  }
}

/** Whatever went wrong, as an `EmbeddedPostgresFailure`. */
export function asFailure(error: unknown): EmbeddedPostgresFailure {
  if (error instanceof EmbeddedPostgresFailure) return error;
  const reason = error instanceof Error ? error.message.trim() : String(error);
  return new EmbeddedPostgresFailure(/[.!?]$/.test(reason) ? reason : `${reason}.`, { cause: error });
}
