import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type AttoAtteso, FaseInput, type FaseView, nomeOrgano, type Organo, ORGANI } from '@tavoli/shared';
import { Parole } from '../../page/parole';
import { incarichiResource } from '../../incarichi/incarichi.api';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DateField } from '../../ui/fields/date-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { ResourceState } from '../../page/resource-state';
import { SelectField } from '../../ui/fields/select-field';
import { FormBar } from '../../ui/forms/form-bar';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { AttesiForm } from './attesi-form';
import { gestioneResource, iterCommands } from '../iter.api';

const VUOTA = {
  titolo: '',
  organo: '' as Organo | '',
  organoNome: '',
  descrizione: '',
  note: '',
  responsabile: '',
  responsabileIncaricoId: '',
  previstaDal: '',
  previstaAl: '',
  attesi: [] as AttoAtteso[],
};

/** Adds a phase, or changes what is written of one. */
@Component({
  selector: 'app-fase-form-page',
  imports: [FormBar, AttesiForm, Busy, DateField, ErrorSummary, FormField, ResourceState, RouterLink, SelectField, TextArea, TextField],
  templateUrl: './fase-form-page.html',
})
export class FaseFormPage {
  readonly ambito = input.required<string>();
  /** Absent for a new one. */
  readonly id = input<string | undefined>(undefined, { alias: 'fase' });
  protected readonly iter = gestioneResource(this.ambito);
  readonly #fase = computed(() => this.iter.value()?.fasi.find(f => f.id === this.id()) ?? null);
  readonly #incarichi = incarichiResource(this.ambito);
  protected readonly persone = computed(() =>
    (this.#incarichi.value()?.items ?? [])
      .filter(i => !i.invitato)
      .map(i => ({
        value: i.id,
        label: `${i.nome} ${i.cognome}${i.tavolo ? ` (referente: ${i.tavolo.nome})` : ''}`,
      })),
  );
  readonly #parole = inject(Parole).parole;
  protected readonly organi = computed(() =>
    ORGANI.map(value => ({ value, label: value === 'altro' ? 'Altro' : nomeOrgano(value, null, this.#parole()) })),
  );
  protected readonly model = signal(VUOTA);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => FaseInput));
  readonly #commands = iterCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  /** The version that the form was filled from. */
  #letta: FaseView | null = null;

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const input = FaseInput.parse(this.model());
    const { id } =
      this.#letta === null
        ? await this.#commands.creaFase(this.ambito(), input, idempotencyKey)
        : await this.#commands.modificaFase(this.ambito(), this.#letta, input);
    this.#annunci.notify(this.#letta === null ? 'Fase aggiunta in fondo: spostala dove serve.' : 'Fase aggiornata.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'iter', 'fasi', id]);
  });

  constructor() {
    effect(() => {
      const fase = this.#fase();
      if (fase && this.#letta === null) untracked(() => this.#riempi(fase));
    });
  }

  #riempi(fase: FaseView): void {
    this.#letta = fase;
    this.model.set({
      titolo: fase.titolo,
      organo: fase.organo,
      organoNome: fase.organoNome ?? '',
      descrizione: fase.descrizione,
      note: fase.note,
      responsabile: fase.responsabile ?? '',
      responsabileIncaricoId: fase.responsabileIncaricoId ?? '',
      previstaDal: fase.previstaDal ?? '',
      previstaAl: fase.previstaAl ?? '',
      attesi: [...fase.attesi],
    });
  }
}
