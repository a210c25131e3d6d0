import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { conData, OSSERVATORI_APERTI, OsservatoreInput } from '@tavoli/shared';
import * as z from 'zod';
import { liveReload } from '../live/live-reload';
import { ResourceState } from '../page/resource-state';
import { tavoloResource } from '../tavoli/tavoli.api';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { pageDraft } from '../ui/drafts/local-draft';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { StatoBadge } from '../ui/stato-badge';
import { mioResource, osservatoriCommands } from './osservatori.api';
import { STATI_IN_PAROLE } from './osservatori.passi';

/** Asks to follow a tavolo without a seat; and, afterwards, says what became of the request, which one may take back. */
@Component({
  selector: 'app-osservatore-form-page',
  imports: [
    Busy,
    CheckboxField,
    ConfirmDialog,
    DraftNotice,
    ErrorSummary,
    FormField,
    ResourceState,
    RouterLink,
    StatoBadge,
    TextArea,
    TextField,
  ],
  templateUrl: './osservatore-form-page.html',
})
export class OsservatoreFormPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly mio = mioResource(this.ambito, this.slug);
  protected readonly stati = STATI_IN_PAROLE;
  protected readonly aperta = computed(() => {
    const richiesta = this.mio.value()?.richiesta ?? null;
    return richiesta !== null && OSSERVATORI_APERTI.some(stato => stato === richiesta.stato) ? richiesta : null;
  });
  protected readonly il = (istante: string) => conData('il', new Date(istante));
  protected readonly model = signal({ gruppo: '', perche: '', maggiorenne: false });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => Form));
  protected readonly draft = pageDraft('osservatore', this.model);
  readonly #commands = osservatoriCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    await this.#commands.chiedi(this.ambito(), this.slug(), OsservatoreInput.parse(this.model()), idempotencyKey);
    this.draft.clear();
    this.model.set({ gruppo: '', perche: '', maggiorenne: false });
    this.#annunci.notify('Richiesta inviata. Ti abbiamo scritto un messaggio; risponde chi guida il tavolo.');
    this.mio.reload();
  });

  constructor() {
    liveReload('designazione', () => this.mio.reload());
  }

  protected async lascia(domanda: ConfirmDialog): Promise<void> {
    const ammessa = this.aperta()?.stato === 'ammessa';
    if (!(await domanda.ask(() => this.#commands.lascia(this.ambito(), this.slug())))) return;
    this.#annunci.notify(ammessa ? 'Non segui più il tavolo come osservatore.' : 'Richiesta ritirata.');
    this.mio.reload();
  }
}

const Form = z.unknown().superRefine((model, ctx) => {
  for (const { path, message } of OsservatoreInput.safeParse(model).error?.issues ?? []) ctx.addIssue({ code: 'custom', path, message });
});
