import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { ContributoRaccoltoInput, ETICHETTE_CANALE, type ModuloContributoView, type RicevutaContributoView } from '@tavoli/shared';
import * as z from 'zod';
import { Permissions } from '../../session/permissions';
import { aperti, tavoliResource } from '../../tavoli/tavoli.api';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { pageDraft } from '../../ui/drafts/local-draft';
import { problemOf, problemText } from '../../ui/problem';
import { RadioGroup } from '../../ui/fields/radio-group';
import { SelectField } from '../../ui/fields/select-field';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { ContenutoFields } from '../invio/contenuto-fields';
import { invioApi } from '../contributi.api';
import { conDomande, contributoInput, type ContributoModel, MODELLO_VUOTO } from '../invio/contributo.model';
import { gestioneCommands, ricevutaPdf } from './gestione.api';

interface Model extends ContributoModel {
  readonly canale: 'carta' | 'voce' | '';
}
const VUOTO: Model = { ...MODELLO_VUOTO, canale: '' };

/** What an office sends for somebody who came to a desk, or left a sheet: it says how it came, and is in the queue at once. */
@Component({
  selector: 'app-raccolto-page',
  imports: [Busy, CheckboxField, ContenutoFields, DraftNotice, ErrorSummary, FormField, RadioGroup, RouterLink, SelectField, TextField],
  templateUrl: './raccolto-page.html',
})
export class RaccoltoPage {
  readonly ambito = input.required<string>();
  readonly #permissions = inject(Permissions);
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly tavoli = computed(() =>
    aperti(this.#tavoli)
      .filter(t => this.#permissions.can('contributo.raccogli', this.ambito(), { tavoloId: t.id }))
      .map(t => ({ value: t.slug, label: t.nome })),
  );
  protected readonly tavolo = signal('');
  protected readonly modulo = signal<ModuloContributoView | null>(null);
  protected readonly problema = signal<string | null>(null);
  protected readonly ricevuta = signal<RicevutaContributoView | null>(null);
  protected readonly model = signal<Model>(VUOTO);
  protected readonly f = form(this.model, path =>
    validateStandardSchema(
      path,
      z.custom<Model>().superRefine((m, ctx) => {
        for (const { path: dove, message } of ContributoRaccoltoInput.safeParse(raccolto(m)).error?.issues ?? [])
          ctx.addIssue({ code: 'custom', path: dove, message, input: m });
      }),
    ),
  );
  protected readonly draft = pageDraft('contributo:raccolto', this.model, { except: ['autore'] });
  protected readonly canali = (['carta', 'voce'] as const).map(value => ({ value, label: ETICHETTE_CANALE[value] }));
  protected readonly ricevutaPdf = computed(() => ricevutaPdf(this.ambito(), this.ricevuta()?.id ?? ''));
  protected readonly carica = (file: File, onProgress: (part: number) => void) =>
    this.#invio.allega(this.ambito(), this.tavolo(), file, onProgress);
  readonly #invio = invioApi();
  readonly #commands = gestioneCommands();
  private readonly fattoRef = viewChild<ElementRef<HTMLElement>>('fatto');

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    this.ricevuta.set(
      await this.#commands.raccogli(this.ambito(), this.tavolo(), ContributoRaccoltoInput.parse(raccolto(this.model())), idempotencyKey),
    );
    this.draft.discard();
    setTimeout(() => this.fattoRef()?.nativeElement.focus());
  });

  protected async scegli(slug: string): Promise<void> {
    this.tavolo.set(slug);
    this.modulo.set(null);
    this.problema.set(null);
    if (slug === '') return;
    try {
      const modulo = await this.#invio.modulo(this.ambito(), slug);
      this.modulo.set(modulo);
      this.model.update(m => ({ ...conDomande(m, modulo.domande), canale: m.canale }));
    } catch (error) {
      this.problema.set(problemText(problemOf(error)));
    }
  }

  protected altro(): void {
    this.ricevuta.set(null);
    this.model.update(m => ({ ...VUOTO, risposte: m.risposte.map(r => ({ ...r, testo: '' })) }));
  }
}

/** What is sent: the author only where something of them was written. */
function raccolto(m: Model): unknown {
  const { modulo: _, sito: __, informativaLetta: ___, ...rest } = contributoInput(m, '', false) as Record<string, unknown>;
  return { ...rest, autore: m.autore.nome.trim() === '' && m.autore.email.trim() === '' ? null : m.autore };
}
