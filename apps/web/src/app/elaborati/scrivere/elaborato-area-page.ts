import { Component, computed, ElementRef, inject, input, signal, viewChildren } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type AzioneElaborato,
  type ContenutoSezione,
  type ElaboratoView,
  ETICHETTE_TIPO_ELABORATO,
  MODELLI,
  PARTE_CAMPI,
  type SezioneElaboratoView,
  testoDiContenuto,
  type VersioneSezioneElaboratoView,
} from '@tavoli/shared';
import { ProblemError } from '../../api/problem-error';
import { liveReload } from '../../live/live-reload';
import { Storia } from '../../registro/storia';
import { Permissions } from '../../session/permissions';
import { pageMeta } from '../../page/page-meta';
import { BarraEditor } from '../../ui/editor/barra-editor';
import { Annunci } from '../../ui/annunci';
import { AppPassi } from '../../ui/forms/app-passi';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { moduli } from '../../ui/forms/passi';
import { DataOraPipe } from '../../ui/words/dates';
import { ResourceState } from '../../page/resource-state';
import { guardaChiScrive } from '../../scrittura/guarda-chi-scrive';
import { Versioni } from '../../scrittura/versioni';
import { CampiNuovi } from './campi-nuovi';
import { CommentiParte } from './commenti-parte';
import { ContenutoVista } from '../contenuto-vista';
import { bozzaPdf, elaboratiCommands, elaboratoResource } from '../elaborati.api';
import { nomiDi } from '../nomi';
import { AZIONI } from './elaborati.passi';
import { FileElaborato } from './file-elaborato';
import { FontiElaborato } from './fonti-elaborato';
import { ParteScrittura } from './parte-scrittura';
import { PassoElaborato } from './passo-elaborato';
import { Selezionabile } from './selezionabile';
import { StatoElaboratoBadge } from '../stato-elaborato';
import { ProtocolliCura } from '../../protocolli/protocolli-cura';

const NON_SALVATO = { type: 'about:blank', status: 409, code: 'elaborato.stato' } as const;

/** An elaborato for who writes it and for who sits at its tavolo: parts, comments, sources, steps. */
@Component({
  selector: 'app-elaborato-area-page',
  imports: [
    BarraEditor,
    AppPassi,
    CampiNuovi,
    CommentiParte,
    ConfirmDialog,
    ContenutoVista,
    DataOraPipe,
    FileElaborato,
    FontiElaborato,
    ParteScrittura,
    PassoElaborato,
    ProtocolliCura,
    ResourceState,
    RouterLink,
    Selezionabile,
    StatoElaboratoBadge,
    Storia,
    Versioni,
  ],
  templateUrl: './elaborato-area-page.html',
})
export class ElaboratoAreaPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'elaborato' });
  protected readonly elaborato = elaboratoResource(this.ambito, this.id);
  protected readonly passo = signal<AzioneElaborato | null>(null);
  protected readonly tipi = ETICHETTE_TIPO_ELABORATO;
  protected readonly passi = moduli(AZIONI);
  protected readonly pdf = computed(() => bozzaPdf(this.ambito(), this.id()));
  protected readonly nomi = computed(() => nomiDi(this.elaborato.value()));
  readonly #commands = elaboratiCommands();
  protected readonly versioni = (parte: string) => this.#commands.versioni(this.ambito(), this.id(), parte);
  protected readonly parole = ({ contenuto }: VersioneSezioneElaboratoView): string => testoDiContenuto(contenuto, this.nomi().voci);
  readonly #permissions = inject(Permissions);
  protected readonly puoOscurare = computed(() => this.#permissions.can('oscuramento.esegui', this.ambito()));
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly scritture = viewChildren(ParteScrittura);

  constructor() {
    pageMeta(() => (this.elaborato.hasValue() ? { title: this.elaborato.value().titolo } : null));
    liveReload('elaborato', () => this.elaborato.reload(), this.id);
    guardaChiScrive(
      () => this.elaborato.value()?.sezioni ?? [],
      () => this.elaborato.reload(),
    );
  }

  /** What to write in a part, in a sentence. */
  protected aiuto(parte: SezioneElaboratoView): string {
    const tipo = this.elaborato.value()?.tipo;
    return (tipo && [...MODELLI[tipo], PARTE_CAMPI].find(m => m.chiave === parte.chiave)?.aiuto) ?? '';
  }

  protected readonly haTesti = ({ sezioni }: ElaboratoView): boolean => sezioni.some(s => s.contenuto.tipo === 'testo');

  protected ancora(chiave: string | null): string | undefined {
    const parte = this.elaborato.value()?.sezioni.find(s => s.chiave === chiave);
    return parte && `parte-${parte.id}`;
  }

  protected ripristina(parte: SezioneElaboratoView, contenuto: ContenutoSezione): void {
    this.scritture()
      .find(s => s.parte().id === parte.id)
      ?.ripristina(contenuto);
  }

  protected fatto(): void {
    this.passo.set(null);
    this.elaborato.reload();
    setTimeout(() => this.#host.nativeElement.querySelector<HTMLElement>('h1')?.focus());
  }

  protected async elimina(dialogo: ConfirmDialog): Promise<void> {
    const e = this.elaborato.value();
    if (!e || !(await dialogo.ask(() => this.#commands.elimina(this.ambito(), e)))) return;
    this.#annunci.notify('Elaborato eliminato.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'tavoli', e.tavolo.slug, 'elaborati']);
  }

  /** @throws ProblemError that names the parts with something that is not saved, after a last attempt */
  protected readonly tuttoSalvato = async (): Promise<void> => {
    const esiti = await Promise.all(this.scritture().map(async s => ({ titolo: s.parte().titolo, salvata: await s.salvata() })));
    const parti = esiti.filter(({ salvata }) => !salvata).map(({ titolo }) => `«${titolo}»`);
    if (parti.length > 0)
      throw new ProblemError({
        ...NON_SALVATO,
        title: `Non è ancora tutto salvato: ${parti.join(', ')}. Guarda che cosa manca e riprova.`,
      });
  };
}
