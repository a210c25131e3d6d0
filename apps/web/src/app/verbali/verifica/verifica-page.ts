import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VerificaView } from '@tavoli/shared';
import { pageMeta } from '../../page/page-meta';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DataOraPipe } from '../../ui/words/dates';
import { problemOf, problemText } from '../../ui/problem';
import { TextField } from '../../ui/fields/text-field';
import { IMPRONTA, improntaDi, ImprontaImpossibile, leggiImpronta } from './impronta';
import { verificaApi } from '../verbali-pubblici.api';

interface Esito extends VerificaView {
  readonly sha256: string;
  readonly nome: string | null;
}

/** Whether a file is one that was published here, to the last comma. Only its fingerprint leaves the browser. */
@Component({
  selector: 'app-verifica-page',
  imports: [Busy, DataOraPipe, RouterLink, TextField],
  templateUrl: './verifica-page.html',
})
export class VerificaPage {
  protected readonly inCorso = signal(false);
  protected readonly esito = signal<Esito | null>(null);
  protected readonly problema = signal<string | null>(null);
  protected readonly scritta = signal('');
  protected readonly errore = signal<string | null>(null);
  private readonly fileRef = viewChild.required<ElementRef<HTMLInputElement>>('file');
  readonly #api = verificaApi();
  readonly #annunci = inject(Annunci);

  constructor() {
    pageMeta(() => ({
      title: 'Verifica un documento',
      description: 'Controlla se un documento è uguale a quello che è stato pubblicato. Il file resta sul tuo dispositivo.',
    }));
  }

  protected async delFile(): Promise<void> {
    const file = this.fileRef().nativeElement.files?.item(0);
    if (!file || this.inCorso()) return;
    await this.#verifica(file.name, () => improntaDi(file));
  }

  protected async dellImpronta(event: Event): Promise<void> {
    event.preventDefault();
    const sha256 = leggiImpronta(this.scritta());
    this.errore.set(
      IMPRONTA.test(sha256) ? null : 'Un’impronta SHA-256 ha 64 cifre, da 0 a 9 e da a a f: controlla di averla copiata tutta.',
    );
    if (this.errore() === null && !this.inCorso()) await this.#verifica(null, () => Promise.resolve(sha256));
  }

  protected errori() {
    const message = this.errore();
    return message === null ? [] : [{ kind: 'impronta', message }];
  }

  async #verifica(nome: string | null, impronta: () => Promise<string>): Promise<void> {
    this.inCorso.set(true);
    this.esito.set(null);
    this.problema.set(null);
    try {
      const sha256 = await impronta();
      this.esito.set({ ...(await this.#api.chiedi(sha256)), sha256, nome });
      this.#annunci.announce(
        this.esito()?.autentico
          ? 'Il documento è autentico.'
          : this.esito()?.sostituito
            ? 'Questo file è stato sostituito perché conteneva dati personali.'
            : 'Questo file non è tra quelli che abbiamo pubblicato.',
      );
    } catch (error) {
      this.problema.set(perche(error));
      this.#annunci.announce(this.problema() ?? '');
    } finally {
      this.inCorso.set(false);
    }
  }
}

function perche(error: unknown): string {
  if (error instanceof ImprontaImpossibile)
    return 'Questo browser qui non può calcolare l’impronta: apri il portale con https, oppure calcolala tu e scrivila qui sotto.';
  if (error instanceof DOMException) return 'Non riusciamo a leggere il file: sceglilo di nuovo.';
  return problemText(problemOf(error));
}
