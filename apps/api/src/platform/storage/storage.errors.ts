import { ProblemError } from '../problem/problem.error.js';

/** More bytes than the caller allows. */
export class BlobTooLarge extends ProblemError {
  constructor(readonly maxBytes: number) {
    super('file.troppo_grande', { detail: `Il file supera la dimensione massima di ${megabytes(maxBytes)}.` });
  }
}

/** No blob has this digest. A row pointing at it would be a fault of ours, not of the user. */
export class BlobNotFound extends ProblemError {
  constructor(readonly sha256: string) {
    super('risorsa.non_trovata');
    this.message = `blob ${sha256} not found`;
  }
}

/** The disk is full (or over quota): nothing was kept, reading still works. */
export class StorageFull extends ProblemError {
  constructor() {
    super('servizio.non_disponibile', {
      detail: 'Lo spazio per i file è esaurito: il file non è stato salvato. Riprova più tardi.',
      retryAfter: 60,
    });
    this.message = 'no space left for blobs';
  }
}

/** The disk does not take or give bytes: read-only, not ours, broken, not there. `why` is the system's code, for the log. */
export class StorageFailed extends ProblemError {
  constructor(readonly why: string) {
    super('servizio.non_disponibile', {
      detail:
        'L’archivio dei file non risponde: il file non è stato salvato né aperto. Riprova più tardi; se succede ancora, avvisa l’ufficio.',
      retryAfter: 60,
    });
    this.message = `the storage of files fails: ${why}`;
  }
}

/** The upload ended before its time: the connection fell, or the browser went away. */
export class UploadInterrupted extends ProblemError {
  constructor() {
    super('richiesta.illeggibile', { detail: 'Il caricamento si è interrotto: il file non è stato salvato.' });
  }
}

function megabytes(bytes: number): string {
  return `${new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 }).format(bytes / (1024 * 1024))} MB`;
}
