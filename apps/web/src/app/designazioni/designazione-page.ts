import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  conGiorno,
  ETICHETTE_CAUSA,
  numeroSuAnno,
  type AzioneDesignazione,
  type CausaCessazione,
  type DesignazioneAzioneInput,
  type DesignazioneView,
  type Veste,
} from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { MessaggioRiga } from '../messaggi/messaggio-riga';
import { Storia } from '../registro/storia';
import { pageMeta } from '../page/page-meta';
import { ETICHETTE_VESTE } from '../tavoli/tavoli.labels';
import { Annunci } from '../ui/annunci';
import { optionsOf } from '../ui/fields/option';
import { RadioGroup } from '../ui/fields/radio-group';
import { AppPassi, DomandaExtra } from '../ui/forms/app-passi';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { conMotivo, passi } from '../ui/forms/passi';
import { DataOraPipe } from '../ui/words/dates';
import { ResourceState } from '../page/resource-state';
import { StatoBadge } from '../ui/stato-badge';
import { designazioneResource, designazioniCommands, ricevutaPdf } from './designazioni.api';
import { DimissioniForm } from './dimissioni-form';
import { E_ADESSO } from './designazioni.labels';
import { AZIONI } from './designazioni.passi';
import { IndirizzoForm } from './indirizzo-form';
import { PersoneForm } from './persone-form';
import { ProtocolliCura } from '../protocolli/protocolli-cura';

const SCEGLI_CAUSA = 'Scegli perché il posto finisce.';

/** One designazione, for its ente and for the staff: people, consents, acts, mails, and the steps that may be taken now. */
@Component({
  selector: 'app-designazione-page',
  imports: [
    AppPassi,
    ConfirmDialog,
    DataOraPipe,
    DimissioniForm,
    DomandaExtra,
    IndirizzoForm,
    MessaggioRiga,
    PersoneForm,
    ProtocolliCura,
    RadioGroup,
    ResourceState,
    RouterLink,
    StatoBadge,
    Storia,
  ],
  templateUrl: './designazione-page.html',
})
export class DesignazionePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'designazione' });
  protected readonly designazione = designazioneResource(this.ambito, this.id);
  protected readonly eAdesso = E_ADESSO;
  protected readonly vesti = ETICHETTE_VESTE;
  protected readonly numeroDiRegistro = numeroSuAnno;
  protected readonly ricevuta = computed(() => ricevutaPdf(this.ambito(), this.id()));
  /** The person whose address is being corrected. */
  protected readonly daCorreggere = signal<string | null>(null);
  readonly #commands = designazioniCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  /** What the last step made: a replacement is another designazione. */
  #fatta: DesignazioneView | null = null;
  protected readonly passi = passi(
    AZIONI,
    async (d: DesignazioneView, azione, motivazione) => {
      this.#fatta = await this.#commands.esegui(this.ambito(), d, azione, { ...conMotivo(motivazione), ...this.#scelte(azione) });
    },
    (fatto, d) => this.#dopo(fatto ? this.#fatta : null, d),
  );

  protected readonly dal = (giorno: string) => conGiorno('dal', giorno);
  protected readonly entro = (giorno: string) => conGiorno('entro il', giorno);
  protected readonly perche = ETICHETTE_CAUSA;
  protected readonly cause = optionsOf(ETICHETTE_CAUSA);
  protected readonly qualita = optionsOf(ETICHETTE_VESTE);
  protected readonly causa = signal<CausaCessazione | ''>('');
  protected readonly veste = signal<Veste | ''>('');
  readonly #provata = signal(false);
  protected readonly mancaCausa = computed(() =>
    this.#provata() && this.causa() === '' ? [{ kind: 'causa', message: SCEGLI_CAUSA }] : [],
  );

  constructor() {
    pageMeta(() =>
      this.designazione.hasValue()
        ? { title: `${this.designazione.value().ente.denominazione} · ${this.designazione.value().tavolo.nome}` }
        : null,
    );
    // While its people are being written nothing is read again under the writer's hands.
    liveReload('designazione', () => !this.#siScrive() && this.daCorreggere() === null && this.designazione.reload(), this.id);
  }

  #siScrive(): boolean {
    const d = this.designazione.value();
    return d !== undefined && (d.puoModificare || d.puoCompletare);
  }

  async #dopo(fatta: DesignazioneView | null, d: DesignazioneView): Promise<void> {
    if (fatta && fatta.id !== d.id) await this.#router.navigate(['/', this.ambito(), 'area', 'designazioni', fatta.id]);
    else this.designazione.reload();
  }

  /** A question begins with what is so now. */
  protected prepara(d: DesignazioneView): void {
    this.#provata.set(false);
    this.veste.set(d.veste ?? '');
  }

  #scelte(azione: AzioneDesignazione): DesignazioneAzioneInput {
    const [causa, veste] = [this.causa(), this.veste()];
    if (azione === 'correggi_veste') return veste === '' ? {} : { veste };
    if (azione !== 'cessa') return {};
    this.#provata.set(true);
    return causa === '' ? {} : { causa };
  }

  protected corretto(): void {
    this.daCorreggere.set(null);
    this.designazione.reload();
  }

  protected async elimina(dialog: ConfirmDialog, d: DesignazioneView): Promise<void> {
    if (!(await dialog.ask(() => this.#commands.elimina(this.ambito(), d)))) return;
    this.#annunci.notify('Bozza eliminata.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'designazioni']);
  }
}
