import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AutoreAzioneInput,
  type AzioneAutore,
  type ContributoAutoreView,
  ETICHETTE_MOTIVO,
  ETICHETTE_STATO_CONTRIBUTO,
  ETICHETTE_TIPO_CONTRIBUTO,
  formatNumeroDiRegistro,
  type RipresentaInput,
} from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { AppPassi } from '../../ui/forms/app-passi';
import { conMotivo, passi } from '../../ui/forms/passi';
import { DataPipe } from '../../ui/words/dates';
import { fileSize } from '../../ui/words/file-size';
import { problemOf, problemText } from '../../ui/problem';
import { saveFile } from '../../ui/save-file';
import { autoreApi, type Chiave } from '../contributi.api';
import { SPIEGAZIONI } from '../contributi.labels';
import { FiloContributo } from '../filo-contributo';
import { AZIONI_AUTORE } from './autore.passi';
import { RiscriviForm } from './riscrivi-form';
import { StatoContributoBadge } from '../stato-contributo';
import { TestiContributoVista } from '../testi-contributo';

/** What its author sees of a contributo, and what they may do: write anew when asked, withdraw it, ask once for a review. */
@Component({
  selector: 'app-contributo-autore',
  imports: [AppPassi, Busy, DataPipe, FiloContributo, RiscriviForm, RouterLink, StatoContributoBadge, TestiContributoVista],
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
  protected readonly numeroDiRegistro = formatNumeroDiRegistro;
  protected readonly spiegazione = computed(() => SPIEGAZIONI[this.contributo().stato]);
  protected readonly scarico = signal(false);
  readonly #api = autoreApi();
  readonly #annunci = inject(Annunci);

  protected readonly passi = passi<AzioneAutore, ContributoAutoreView>(
    AZIONI_AUTORE,
    (_, azione, motivazione) => this.#esegui(azione, conMotivo(motivazione)),
    () => undefined,
  );
  protected readonly ripresenta = async (testi: RipresentaInput) => {
    await this.#esegui('ripresenta', { testi });
    this.#annunci.notify(AZIONI_AUTORE.ripresenta.fatto);
  };

  /** A file asked for with the secret in a header, which a plain link cannot send. */
  protected async scarica(): Promise<void> {
    if (this.scarico()) return;
    this.scarico.set(true);
    try {
      const risposta = await this.#api.ricevuta(this.chiave());
      if (!risposta.ok) throw new Error('receipt', { cause: await risposta.json() });
      saveFile(await risposta.blob(), `ricevuta-${this.contributo().codice}.pdf`);
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.scarico.set(false);
    }
  }

  async #esegui(azione: AzioneAutore, input: AutoreAzioneInput): Promise<void> {
    this.cambiato.emit(await this.#api.esegui(this.chiave(), this.contributo().version, azione, input));
  }
}
