import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AutoreAzioneInput,
  type AzioneAutore,
  type ContributoAutoreView,
  ETICHETTE_MOTIVO,
  ETICHETTE_STATO_CONTRIBUTO,
  ETICHETTE_TIPO_CONTRIBUTO,
  type RipresentaInput,
} from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { DataPipe } from '../../ui/words/dates';
import { fileSize } from '../../ui/words/file-size';
import { problemOf, problemText } from '../../ui/problem';
import { autoreApi, type Chiave } from '../contributi.api';
import { SPIEGAZIONI } from '../contributi.labels';
import { FiloContributo } from '../filo-contributo';
import { RiscriviForm } from './riscrivi-form';
import { StatoContributoBadge } from '../stato-contributo';
import { TestiContributoVista } from '../testi-contributo';

/** What its author sees of a contributo, and what they may do: write anew when asked, withdraw it, ask once for a review. */
@Component({
  selector: 'app-contributo-autore',
  imports: [Busy, ConfirmDialog, DataPipe, FiloContributo, RiscriviForm, RouterLink, StatoContributoBadge, TestiContributoVista],
  templateUrl: './contributo-autore.html',
})
export class ContributoAutore {
  readonly contributo = input.required<ContributoAutoreView>();
  readonly chiave = input.required<Chiave>();
  readonly cambiato = output<ContributoAutoreView>();
  protected readonly tipi = ETICHETTE_TIPO_CONTRIBUTO;
  protected readonly motivi = ETICHETTE_MOTIVO;
  protected readonly stati = ETICHETTE_STATO_CONTRIBUTO;
  protected readonly size = fileSize;
  protected readonly spiegazione = computed(() => SPIEGAZIONI[this.contributo().stato]);
  protected readonly puo = computed(() => new Set<AzioneAutore>(this.contributo().azioni));
  protected readonly scarico = signal(false);
  readonly #api = autoreApi();
  readonly #annunci = inject(Annunci);

  protected readonly ripresenta = (testi: RipresentaInput) =>
    this.esegui('ripresenta', { testi }, 'Mandato di nuovo: il referente lo legge.');

  protected async ritira(dialogo: ConfirmDialog): Promise<void> {
    await dialogo.ask(() => this.esegui('ritira', {}, 'Contributo ritirato.'));
  }

  protected async riesame(dialogo: ConfirmDialog): Promise<void> {
    await dialogo.ask(motivazione =>
      this.esegui('chiedi_riesame', { motivazione }, 'Riesame chiesto: decide il coordinatore, e ti scriviamo.'),
    );
  }

  /** A file asked for with the secret in a header, which a plain link cannot send. */
  protected async scarica(): Promise<void> {
    if (this.scarico()) return;
    this.scarico.set(true);
    try {
      const risposta = await this.#api.ricevuta(this.chiave());
      if (!risposta.ok) throw new Error('receipt', { cause: await risposta.json() });
      const url = URL.createObjectURL(await risposta.blob());
      const link = Object.assign(document.createElement('a'), { href: url, download: `ricevuta-${this.contributo().codice}.pdf` });
      link.click();
      URL.revokeObjectURL(url);
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.scarico.set(false);
    }
  }

  protected async esegui(azione: AzioneAutore, input: AutoreAzioneInput, fatto: string): Promise<void> {
    const dopo = await this.#api.esegui(this.chiave(), this.contributo().version, azione, input);
    this.#annunci.notify(fatto);
    this.cambiato.emit(dopo);
  }
}
