import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { DOMANDE_MASSIME, type RegoleContributi, RegoleContributiInput, type RegoleContributiView } from '@tavoli/shared';
import * as z from 'zod';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DateTimeField } from '../../ui/fields/date-time-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { RadioGroup } from '../../ui/fields/radio-group';
import { ResourceState } from '../../page/resource-state';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { nuovoUuid } from '../../ui/uuid';
import { gestioneCommands, regoleContributiResource } from './gestione.api';

interface Model {
  apertura: { tipo: 'sempre' | 'finestra' | 'chiusi'; dal: string; al: string };
  domande: { id: string; testo: string }[];
}

const regole = ({ apertura, domande }: Model): unknown => ({
  apertura: apertura.tipo === 'finestra' ? apertura : { tipo: apertura.tipo },
  domande: domande.filter(d => d.testo.trim() !== ''),
});

/** When a tavolo takes contributi, and what it asks to who writes. */
@Component({
  selector: 'app-regole-contributi-page',
  imports: [Busy, DateTimeField, ErrorSummary, FormField, RadioGroup, ResourceState, RouterLink, TextField],
  templateUrl: './regole-contributi-page.html',
})
export class RegoleContributiPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly regole = regoleContributiResource(this.ambito, this.slug);
  protected readonly model = signal<Model>({ apertura: { tipo: 'sempre', dal: '', al: '' }, domande: [] });
  protected readonly f = form(this.model, path =>
    validateStandardSchema(
      path,
      z.custom<Model>().superRefine((m, ctx) => {
        for (const { path: dove, message } of RegoleContributiInput.safeParse(regole(m)).error?.issues ?? [])
          ctx.addIssue({ code: 'custom', path: dove, message, input: m });
      }),
    ),
  );
  protected readonly aperture = [
    { value: 'sempre', label: 'Sempre' },
    { value: 'finestra', label: 'In un periodo', hint: 'Chi comincia a scrivere prima della fine ha mezz’ora per inviare.' },
    { value: 'chiusi', label: 'Mai, per ora' },
  ] as const;
  protected readonly massime = DOMANDE_MASSIME;
  protected readonly piene = computed(() => this.model().domande.length >= DOMANDE_MASSIME);
  readonly #commands = gestioneCommands();
  readonly #annunci = inject(Annunci);
  #letta: RegoleContributiView | null = null;

  protected readonly invio = submission(this.f, async () => {
    this.#riempi(
      await this.#commands.regola(this.ambito(), this.slug(), this.#letta?.version ?? 0, RegoleContributiInput.parse(regole(this.model()))),
    );
    this.#annunci.notify('Salvato: vale da adesso.');
  });

  constructor() {
    effect(() => {
      const letta = this.regole.value();
      if (letta && this.#letta === null) untracked(() => this.#riempi(letta));
    });
  }

  protected aggiungi(): void {
    this.#domande([...this.model().domande, { id: nuovoUuid(), testo: '' }]);
    setTimeout(() => this.f.domande[this.model().domande.length - 1]?.testo().focusBoundControl());
  }

  protected togli(indice: number): void {
    this.#domande(this.model().domande.filter((_, i) => i !== indice));
    this.#annunci.announce(`Domanda ${indice + 1} tolta.`);
  }

  #domande(domande: RegoleContributi['domande']): void {
    this.f.domande().value.set([...domande]);
    this.f.domande().markAsDirty();
  }

  #riempi(view: RegoleContributiView): void {
    this.#letta = view;
    const { apertura, domande }: RegoleContributi = view;
    this.model.set({
      apertura: {
        tipo: apertura.tipo,
        dal: apertura.tipo === 'finestra' ? apertura.dal : '',
        al: apertura.tipo === 'finestra' ? apertura.al : '',
      },
      domande: domande.map(d => ({ ...d })),
    });
  }
}
