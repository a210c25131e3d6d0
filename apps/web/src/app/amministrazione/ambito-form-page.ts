import { Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ARTICOLI, NOMI_REGIONI, NuovoAmbitoInput } from '@tavoli/shared';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { ErrorSummary } from '../ui/forms/error-summary';
import { localDraft } from '../ui/drafts/local-draft';
import { NumberField } from '../ui/fields/number-field';
import { FormBar } from '../ui/forms/form-bar';
import { submission } from '../ui/forms/submission';
import { SelectField } from '../ui/fields/select-field';
import { TextField } from '../ui/fields/text-field';
import { amministrazioneCommands } from './amministrazione.api';
import { type ComuneScelto, VUOTO } from './nuovo-ambito.model';
import { ScegliComuni } from './scegli-comuni';

const Dati = NuovoAmbitoInput.omit({ comuni: true }).loose();

/** The administrator opens an ambito: who it is, its Piano, and the coordinatore who goes on from there. */
@Component({
  selector: 'app-ambito-form-page',
  imports: [FormBar, Busy, ErrorSummary, FormField, NumberField, RouterLink, ScegliComuni, SelectField, TextField],
  templateUrl: './ambito-form-page.html',
})
export class AmbitoFormPage {
  protected readonly session = inject(SessionStore);
  protected readonly model = signal(VUOTO);
  protected readonly draft = localDraft('ambito', this.model);
  protected readonly f = form(this.model, path => {
    validateStandardSchema(path, Dati as never);
  });
  protected readonly regioni = NOMI_REGIONI.map(value => ({ value, label: value }));
  protected readonly articoli = ARTICOLI.map(value => ({ value, label: value }));
  readonly #commands = amministrazioneCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    const comuni = this.model().comuni.map(c => c.istat);
    const ambito = await this.#commands.creaAmbito({ ...this.model(), comuni });
    this.draft.clear();
    await this.session.reload();
    this.#annunci.notify(`L’ambito di ${ambito.nome} è aperto. Ora tocca a chi coordina.`);
    await this.#router.navigate(['/', ambito.slug]);
  });

  protected scegli(comuni: readonly ComuneScelto[]): void {
    this.f.comuni().value.set(comuni);
    this.f.comuni().markAsDirty();
  }
}
