import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OscuramentoView, TIPI_OSCURABILI, type TipoOscurabile } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { Annunci } from '../ui/annunci';
import { DataPipe, DataOraPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { fileSize } from '../ui/words/file-size';
import { idempotencyKey } from '../ui/idempotency';
import { problemOf, problemText } from '../ui/problem';
import { ResourceState } from '../page/resource-state';
import { SelectField } from '../ui/fields/select-field';
import { TextField } from '../ui/fields/text-field';
import { originale, oscurabiliResource, oscuramentiCommands, oscuramentiResource } from './oscuramenti.api';
import { STATI_OSCURAMENTO_IN_PAROLE, TIPI_IN_PAROLE } from './oscuramenti.labels';

const MOSTRATI = 30;

/** What was blacked out, with what the archive keeps; and the choice of what is to be. For the coordinatore. */
@Component({
  selector: 'app-oscuramenti-page',
  imports: [DataOraPipe, DataPipe, EmptyState, ResourceState, RouterLink, SelectField, TextField],
  templateUrl: './oscuramenti-page.html',
})
export class OscuramentiPage {
  readonly ambito = input.required<string>();
  protected readonly oscuramenti = oscuramentiResource(this.ambito);
  protected readonly tipi = TIPI_IN_PAROLE;
  protected readonly stati = STATI_OSCURAMENTO_IN_PAROLE;
  protected readonly scelte = TIPI_OSCURABILI.map(value => ({ value, label: TIPI_IN_PAROLE[value] }));
  protected readonly tipo = signal<TipoOscurabile | ''>('');
  protected readonly parole = signal('');
  protected readonly size = fileSize;
  protected readonly originale = originale;
  protected readonly pubblicati = oscurabiliResource(this.ambito, this.tipo);
  protected readonly trovati = computed(() => {
    const cercato = this.parole().trim().toLowerCase();
    return (this.pubblicati.value()?.items ?? []).filter(c => c.titolo.toLowerCase().includes(cercato));
  });
  protected readonly mostrati = computed(() => this.trovati().slice(0, MOSTRATI));
  readonly #commands = oscuramentiCommands();
  readonly #annunci = inject(Annunci);
  readonly #inCorso = signal<string | null>(null);

  constructor() {
    liveReload('piano', () => this.oscuramenti.reload());
  }

  protected pagina(tipo: TipoOscurabile, id: string): string[] {
    return ['/', this.ambito(), tipo === 'verbale' ? 'verbali' : tipo === 'contributo' ? 'contributi' : 'elaborati', id];
  }

  protected async riprendi(o: OscuramentoView): Promise<void> {
    if (this.#inCorso() !== null) return;
    this.#inCorso.set(o.id);
    try {
      await this.#commands.riprendi(this.ambito(), o.id, idempotencyKey());
      this.#annunci.notify('Il dossier si sta rifacendo.');
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.#inCorso.set(null);
      this.oscuramenti.reload();
    }
  }
}
