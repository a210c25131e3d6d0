import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AzioneIncontro, type IncontroView, instantToRomeWall, SOLO_DISCUSSIONE } from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { Storia } from '../../registro/storia';
import { pageMeta } from '../../page/page-meta';
import { Permissions } from '../../session/permissions';
import { FoglioPipe } from '../../ui/words/foglio';
import { Annunci } from '../../ui/annunci';
import { AppPassi } from '../../ui/forms/app-passi';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { conMotivo, passi } from '../../ui/forms/passi';
import { DataOraPipe } from '../../ui/words/dates';
import { EmptyState } from '../../ui/empty-state';
import { ResourceState } from '../../page/resource-state';
import { StatoBadge } from '../../ui/stato-badge';
import { ScriviVerbale } from '../../verbali/scrivi-verbale';
import { Congiunti } from './congiunti';
import { ConflittiAvviso } from '../conflitti-avviso';
import { ConvocazioneDialog } from './convocazione-dialog';
import { DocumentiIncontro } from './documenti-incontro';
import { documentoIncontro, incontriCommands, incontroResource } from '../incontri.api';
import { minutiInParole, preavvisoInParole, presentiSuPosti, TIPI } from '../incontri.labels';
import { AZIONI } from '../incontri.passi';
import { InvitatiTable } from './invitati-table';
import { Recapiti } from './recapiti';
import { SalvaModello } from './salva-modello';
import { SpostaDialog } from './sposta-dialog';
import { Verbalizzanti } from './verbalizzanti';

const giorno = (instant: Date) => instantToRomeWall(instant).slice(0, 10);

/** One incontro for who leads it: what is written, the steps that may be taken now, who was called and what became of the mails. */
@Component({
  selector: 'app-incontro-area-page',
  imports: [
    FoglioPipe,
    AppPassi,
    ConfirmDialog,
    Congiunti,
    ConflittiAvviso,
    ConvocazioneDialog,
    DataOraPipe,
    DocumentiIncontro,
    EmptyState,
    InvitatiTable,
    Recapiti,
    ResourceState,
    RouterLink,
    SalvaModello,
    ScriviVerbale,
    SpostaDialog,
    StatoBadge,
    Storia,
    Verbalizzanti,
  ],
  templateUrl: './incontro-area-page.html',
})
export class IncontroAreaPage {
  readonly ambito = input.required<string>();
  protected readonly permissions = inject(Permissions);
  readonly id = input.required<string>({ alias: 'incontro' });
  protected readonly incontro = incontroResource(this.ambito, this.id);
  protected readonly tipi = TIPI;
  protected readonly preavviso = preavvisoInParole;
  protected readonly minuti = minutiInParole;
  protected readonly soloDiscussione = SOLO_DISCUSSIONE;
  protected readonly presenti = presentiSuPosti;
  /** Documents are added as long as one may still change or move the incontro. */
  protected readonly documentabile = computed(() => (this.incontro.value()?.puoModificare ?? false) || this.#puo('sposta'));
  /** Opened from the day fixed: before it the API would refuse. */
  protected readonly azioni = computed(() =>
    (this.incontro.value()?.azioni ?? []).filter(
      azione => azione !== 'apri' || giorno(new Date(this.incontro.value()?.inizioAt ?? 0)) <= giorno(new Date()),
    ),
  );
  /** From the day fixed, once it is called. */
  protected readonly conducibile = computed(() => {
    const { puoRilevare = false } = this.incontro.value() ?? {};
    return puoRilevare || this.azioni().includes('apri');
  });
  /** Where a new incontro is planned by the same tavolo; a plenaria is copied as one. */
  protected readonly copia = computed(() => {
    const { tavoli = [], tavoloId } = this.incontro.value() ?? {};
    const tavolo = tavoli.find(t => t.id === tavoloId);
    return ['/', this.ambito(), 'area', ...(tavolo ? ['tavoli', tavolo.slug, 'incontri', 'nuovo'] : ['plenarie', 'nuova'])];
  });
  protected readonly puoCopiare = computed(() => {
    const tavoloId = this.incontro.value()?.tavoloId ?? null;
    return tavoloId === null
      ? this.permissions.can('incontro.crea_plenaria', this.ambito())
      : this.permissions.can('incontro.crea', this.ambito(), { tavoloId });
  });
  protected readonly perPrimi = ['convoca', 'convoca_nuovi', 'apri'] as const;
  protected readonly poi = ['chiudi', 'integra', 'sposta'] as const;
  protected readonly perUltimo = ['annulla'] as const;
  readonly #commands = incontriCommands();
  protected readonly passi = passi(
    AZIONI,
    (incontro: IncontroView, azione, motivazione) => this.#commands.esegui(this.ambito(), incontro, azione, conMotivo(motivazione)),
    () => this.incontro.reload(),
  );
  /** Whether the reader says who writes the verbale, as long as there is one to write. */
  protected readonly affidaVerbale = computed(() => {
    const incontro = this.incontro.value();
    return (
      incontro !== undefined &&
      incontro.stato !== 'annullato' &&
      this.permissions.can('incontro.affida_verbale', this.ambito(), { tavoloId: incontro.tavoloId })
    );
  });
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  constructor() {
    pageMeta(() => (this.incontro.hasValue() ? { title: this.incontro.value().titolo } : null));
    liveReload('incontro', () => this.incontro.reload(), this.id);
    liveReload('email', () => this.incontro.value()?.gestione?.emails.some(e => e.stato === 'in_coda') && this.incontro.reload());
  }

  protected async integra(): Promise<void> {
    await this.#router.navigate(['/', this.ambito(), 'area', 'incontri', this.id(), 'integra']);
  }

  protected scarica(nome: 'presenze.pdf' | 'presenze.csv'): string {
    return documentoIncontro(this.ambito(), this.id(), nome);
  }

  protected async chiedi(dialog: ConvocazioneDialog | SpostaDialog, incontro: IncontroView, azione: 'convoca' | 'sposta'): Promise<void> {
    if (await dialog.apri(incontro)) this.#annunci.notify(AZIONI[azione].fatto);
    this.incontro.reload();
  }

  protected async elimina(dialog: ConfirmDialog, incontro: IncontroView): Promise<void> {
    if (!(await dialog.ask(() => this.#commands.elimina(this.ambito(), incontro)))) return;
    this.#annunci.notify('Bozza eliminata.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'incontri']);
  }

  #puo(azione: AzioneIncontro): boolean {
    return this.incontro.value()?.azioni.includes(azione) ?? false;
  }
}
