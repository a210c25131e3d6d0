import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AvvisoView, conGiorno } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { AppPassi, DomandaExtra } from '../ui/forms/app-passi';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { conMotivo, passi } from '../ui/forms/passi';
import { DateTimeField } from '../ui/fields/date-time-field';
import { DataOraPipe } from '../ui/words/dates';
import { FileField } from '../ui/fields/file-field';
import { fileSize } from '../ui/words/file-size';
import { fileUpload } from '../ui/forms/file-upload';
import { problemOf, problemText } from '../ui/problem';
import { ResourceState } from '../page/resource-state';
import { avvisiCommands, avvisoFile, avvisoResource } from './avvisi.api';
import { postiInParole, responsabileInParole } from './avvisi.labels';
import { AZIONI } from './avvisi.passi';
import { ChiarimentoForm } from './chiarimento-form';
import { CondizioniAvviso } from './condizioni-avviso';
import { DopoPubblicato } from './dopo-pubblicato';
import { ElenchiAvviso } from './elenchi-avviso';
import { elenchiResource } from './elenchi.api';
import { ElencoForm } from './elenco-form';
import { TestoAvviso } from './testo-avviso';
import { StatoAvvisoBadge } from './stato-avviso';

/** What the coordinatore does with an avviso: documents, publication, proroga, annulment. */
@Component({
  selector: 'app-avviso-area-page',
  imports: [
    AppPassi,
    Busy,
    ChiarimentoForm,
    CondizioniAvviso,
    ConfirmDialog,
    DataOraPipe,
    DateTimeField,
    DomandaExtra,
    DopoPubblicato,
    ElenchiAvviso,
    ElencoForm,
    FileField,
    ResourceState,
    RouterLink,
    StatoAvvisoBadge,
    TestoAvviso,
  ],
  templateUrl: './avviso-area-page.html',
})
export class AvvisoAreaPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'avviso' });
  protected readonly avviso = avvisoResource(this.ambito, this.id);
  protected readonly elenchi = elenchiResource(this.ambito, this.id);
  protected readonly nuovaChiusura = signal('');
  protected readonly posti = postiInParole;
  protected readonly responsabile = responsabileInParole;
  protected readonly giorno = (data: string) => conGiorno('del', data);
  protected readonly size = fileSize;
  readonly #commands = avvisiCommands();
  protected readonly passi = passi(
    AZIONI,
    (avviso: AvvisoView, azione, motivazione) =>
      this.#commands.esegui(this.ambito(), avviso, azione, {
        ...conMotivo(motivazione),
        ...(azione === 'proroga' && this.nuovaChiusura() !== '' ? { chiudeAt: this.nuovaChiusura() } : {}),
      }),
    () => this.avviso.reload(),
  );
  protected readonly carico = fileUpload(
    (file, on) => this.#commands.allega(this.ambito(), this.id(), file, on),
    'Documento aggiunto.',
    () => this.avviso.reload(),
  );
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  protected readonly fileUrl = (file: string) => avvisoFile(this.ambito(), this.id(), file);

  protected async elimina(dialog: ConfirmDialog, avviso: AvvisoView): Promise<void> {
    if (!(await dialog.ask(() => this.#commands.elimina(this.ambito(), avviso)))) return;
    this.#annunci.notify('Bozza eliminata.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'avvisi']);
  }

  protected async togli(file: string): Promise<void> {
    await this.#tell(this.#commands.togliFile(this.ambito(), this.id(), file), 'Documento tolto.');
  }

  async #tell(work: Promise<unknown>, done: string): Promise<void> {
    await work.then(
      () => this.#annunci.notify(done),
      (error: unknown) => this.#annunci.notify(problemText(problemOf(error)), 'danger'),
    );
    this.avviso.reload();
  }
}
