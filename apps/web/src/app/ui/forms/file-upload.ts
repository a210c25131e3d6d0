import { inject, linkedSignal, type Signal, signal, type WritableSignal } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { Annunci } from '../annunci';
import { problemOf, problemText } from '../problem';
import { Unsaved } from './unsaved';

export interface FileUpload {
  readonly file: WritableSignal<File | null>;
  /** 0 to 1 while it is being sent; null when nothing is. */
  readonly progress: Signal<number | null>;
  /** For the FileField: that none is chosen, or what the API said of this one. */
  readonly errors: Signal<readonly ValidationError[]>;
  /** Handler of the form's `submit` event. Never rejects. */
  readonly send: (event: Event) => Promise<void>;
}

/**
 * One file, chosen and sent: `<form (submit)="carico.send($event)"><app-file-field [(value)]="carico.file" [errors]="carico.errors()" touched …/>`.
 * A refusal is told beside the field, and the file stays chosen. Call in an injection context.
 * @param after whatever the outcome: what is shown may have changed meanwhile
 */
export function fileUpload(
  send: (file: File, onProgress: (part: number) => void) => Promise<unknown>,
  done: string,
  after: () => void,
): FileUpload {
  const { annunci, file, errors, refuse } = choice();
  const progress = signal<number | null>(null);
  return {
    file,
    progress: progress.asReadonly(),
    errors: errors.asReadonly(),
    send: async event => {
      event.preventDefault();
      if (progress() !== null) return;
      const chosen = file();
      if (chosen === null) return refuse('Scegli prima un file.');
      progress.set(0);
      try {
        await send(chosen, part => progress.set(part));
        file.set(null);
        annunci.notify(done);
      } catch (error) {
        refuse(problemText(problemOf(error)));
      } finally {
        progress.set(null);
        after();
      }
    },
  };
}

/** The file that is chosen, and what was said of it; until it is sent, whoever leaves is asked. */
function choice() {
  const annunci = inject(Annunci);
  const file = signal<File | null>(null);
  // Of this file: another has to be looked at afresh.
  const errors = linkedSignal<File | null, readonly ValidationError[]>({ source: file, computation: () => [] });
  const refuse = (message: string) => {
    errors.set([{ kind: 'file', message }]);
    annunci.announce(message);
  };
  inject(Unsaved).watch(() => (file() === null ? null : 'Il file che hai scelto: non è stato inviato.'));
  return { annunci, file, errors, refuse };
}
