import { Component, computed, effect, inject, Injector, input, runInInjectionContext, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  AvvisoForm,
  AvvisoInput,
  conta,
  DICHIARAZIONI_PREDEFINITE,
  ETICHETTE_NATURA,
  NATURE_ISTITUZIONALI,
  NATURE_OSSERVATRICI,
  type AvvisoView,
  type NaturaGiuridica,
  type VincoloTavoli,
} from '@tavoli/shared';
import { aperti, tavoliResource } from '../tavoli/tavoli.api';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { CheckboxGroup } from '../ui/fields/checkbox-group';
import { DateField } from '../ui/fields/date-field';
import { DateTimeField } from '../ui/fields/date-time-field';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { ErrorSummary } from '../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../ui/drafts/local-draft';
import { NumberField } from '../ui/fields/number-field';
import { optionsOf } from '../ui/fields/option';
import { RadioGroup } from '../ui/fields/radio-group';
import { ResourceState } from '../page/resource-state';
import { FormBar } from '../ui/forms/form-bar';
import { FormIndex } from '../ui/forms/form-index';
import { submission } from '../ui/forms/submission';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { avvisiCommands, avvisoResource } from './avvisi.api';
import { requisitiDaRighe, righe, unaPerRiga } from './righe';

const VINCOLI: Readonly<Record<VincoloTavoli, string>> = {
  nessuno: 'Quanti vuole',
  consigliato: 'Consiglia un massimo: chi lo supera è avvertito e può inviare',
  vincolante: 'C’è un massimo: chi lo supera non può inviare',
};

const VUOTO = {
  titolo: '',
  testo: '',
  tavoli: [] as string[],
  apreAt: '',
  chiudeAt: '',
  postiTitolari: 1,
  postiSupplenti: 1,
  natureAmmesse: [] as NaturaGiuridica[],
  ammetteTardive: true,
  tavoliVincolo: 'nessuno' as VincoloTavoli,
  tavoliMassimi: 3,
  determinaNumero: '',
  determinaData: '',
  responsabileNome: '',
  responsabileUfficio: '',
  responsabileTelefono: '',
  responsabileEmail: '',
  requisitiDichiarati: '',
  requisitiUfficio: '',
  dichiarazioniObbligatorie: DICHIARAZIONI_PREDEFINITE.map(d => d.testo).join('\n'),
  dichiarazioniFacoltative: '',
  natureIstituzionali: [...NATURE_ISTITUZIONALI],
  natureOsservatrici: [...NATURE_OSSERVATRICI],
};

/** Writes a new avviso, or a draft. What was published is not rewritten: it is prorogato or annullato. */
@Component({
  selector: 'app-avviso-form-page',
  imports: [
    FormBar,
    FormIndex,
    Busy,
    CheckboxField,
    CheckboxGroup,
    DateField,
    DateTimeField,
    DraftNotice,
    ErrorSummary,
    FormField,
    NumberField,
    RadioGroup,
    ResourceState,
    RouterLink,
    TextArea,
    TextField,
  ],
  templateUrl: './avviso-form-page.html',
})
export class AvvisoFormPage {
  readonly ambito = input.required<string>();
  readonly id = input<string | undefined>(undefined, { alias: 'avviso' });
  protected readonly avviso = avvisoResource(this.ambito, this.id);
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly tavoli = computed(() => aperti(this.#tavoli).map(t => ({ value: t.id, label: `${t.codice} · ${t.nome}` })));
  protected readonly vincoli = optionsOf(VINCOLI);
  protected readonly nature = optionsOf(ETICHETTE_NATURA);
  protected readonly model = signal({ ...VUOTO });
  /** What each closed part holds now. */
  protected readonly riassunto = computed(() => riassuntoDi(this.model()));
  /** Of this avviso and version, or of a new one: known once it is read. */
  protected readonly draft = signal<LocalDraft | null>(null);
  protected readonly f = form(this.model, path => validateStandardSchema(path, AvvisoForm as never));
  readonly #commands = avvisiCommands();
  readonly #injector = inject(Injector);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const before = this.avviso.value();
    const input = daInviare(this.model());
    const saved = before
      ? await this.#commands.modifica(this.ambito(), before, input)
      : await this.#commands.crea(this.ambito(), input, idempotencyKey);
    this.draft()?.clear();
    this.#annunci.notify('Bozza salvata: controllala e pubblicala.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'avvisi', saved.id]);
  });

  constructor() {
    effect(() => {
      const [id, avviso] = [this.id(), this.avviso.value()];
      if (id === undefined || avviso) untracked(() => this.#open(avviso));
    });
  }

  #open(avviso: AvvisoView | undefined): void {
    if (this.draft() !== null) return;
    if (avviso) this.model.set(modelOf(avviso));
    const key = avviso ? `${avviso.id}:${avviso.version}` : `nuovo:${this.ambito()}`;
    this.draft.set(runInInjectionContext(this.#injector, () => localDraft(`avviso:${key}`, this.model)));
  }
}

function modelOf(avviso: AvvisoView): typeof VUOTO {
  const { titolo, testo, apreAt, chiudeAt, postiTitolari, postiSupplenti, ammetteTardive, tavoliVincolo, tavoliMassimi } = avviso;
  return {
    titolo,
    testo,
    apreAt,
    chiudeAt,
    postiTitolari,
    postiSupplenti,
    ammetteTardive,
    tavoliVincolo,
    tavoliMassimi,
    tavoli: avviso.tavoli.map(t => t.id),
    natureAmmesse: [...avviso.natureAmmesse],
    determinaNumero: avviso.determinaNumero ?? '',
    determinaData: avviso.determinaData ?? '',
    responsabileNome: avviso.responsabileNome ?? '',
    responsabileUfficio: avviso.responsabileUfficio ?? '',
    responsabileTelefono: avviso.responsabileTelefono ?? '',
    responsabileEmail: avviso.responsabileEmail ?? '',
    requisitiDichiarati: unaPerRiga(avviso.requisiti.filter(r => r.verifica === 'dichiarata')),
    requisitiUfficio: unaPerRiga(avviso.requisiti.filter(r => r.verifica === 'ufficio')),
    dichiarazioniObbligatorie: unaPerRiga(avviso.dichiarazioni.filter(d => d.obbligatoria)),
    dichiarazioniFacoltative: unaPerRiga(avviso.dichiarazioni.filter(d => !d.obbligatoria)),
    natureIstituzionali: [...avviso.natureIstituzionali],
    natureOsservatrici: [...avviso.natureOsservatrici],
  };
}

const riassuntoDi = (m: typeof VUOTO) => ({
  posti: `${conta(m.postiTitolari ?? 0, 'titolare', 'titolari')} e ${conta(m.postiSupplenti ?? 0, 'supplente', 'supplenti')} per ente, ${m.natureAmmesse.length === 0 ? 'qualunque ente' : conta(m.natureAmmesse.length, 'tipo di ente', 'tipi di ente')}`,
  atto: m.determinaNumero === '' ? 'determina e responsabile, ancora da scrivere' : `determina n. ${m.determinaNumero}`,
  dichiarazioni: `${conta(righe(m.requisitiDichiarati).length + righe(m.requisitiUfficio).length, 'requisito', 'requisiti')}, ${conta(righe(m.dichiarazioniObbligatorie).length + righe(m.dichiarazioniFacoltative).length, 'dichiarazione', 'dichiarazioni')}`,
  vesti: `${conta(m.natureIstituzionali.length, 'tipo di ente istituzionale', 'tipi di ente istituzionali')}, ${conta(m.natureOsservatrici.length, 'osservatore', 'osservatori')}`,
});

function daInviare(model: typeof VUOTO): AvvisoInput {
  const { requisitiDichiarati, requisitiUfficio, dichiarazioniObbligatorie, dichiarazioniFacoltative, ...dati } = model;
  return AvvisoInput.parse({
    ...dati,
    requisiti: requisitiDaRighe(requisitiDichiarati, requisitiUfficio),
    dichiarazioni: [
      ...righe(dichiarazioniObbligatorie).map(testo => ({ testo, obbligatoria: true })),
      ...righe(dichiarazioniFacoltative).map(testo => ({ testo, obbligatoria: false })),
    ],
  });
}
