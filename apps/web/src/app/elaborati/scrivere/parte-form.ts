import { Component, computed, input, output } from '@angular/core';
import {
  CHI_PAGA,
  codiciUsati,
  type Contenuto,
  type ContenutoSezione,
  ETICHETTE_CHI_PAGA,
  type RiferimentiElaborato,
  sommeRisorse,
} from '@tavoli/shared';
import { CheckboxGroup } from '../../ui/fields/checkbox-group';
import { DateField } from '../../ui/fields/date-field';
import { Editor } from '../../ui/editor/editor';
import type { Option } from '../../ui/fields/option';
import { EuroPipe } from '../../ui/fields/euro-field';
import { SelectField } from '../../ui/fields/select-field';
import type { Rifiuto } from '../../scrittura/autosalvataggio.tipi';
import { CampiForm } from './campi-form';
import { problemiRiga, rifiutiRiga } from './contenuto.forma';
import { RigheForm } from './righe-form';
import { type Elenco, FORME_RIGHE, type Riga } from './righe-form.tipi';

/** The fields of a part, by its kind. */
@Component({
  selector: 'app-parte-form',
  imports: [CampiForm, CheckboxGroup, DateField, Editor, EuroPipe, RigheForm, SelectField],
  host: { class: 'd-block' },
  template: `
    @let c = contenuto();
    @if (forma(); as f) {
      <app-righe-form
        [forma]="f"
        [righe]="righe()"
        [opzioni]="voci()"
        [bloccata]="bloccata()"
        [problemi]="problemi()"
        [rifiuti]="rifiutiDi()"
        (cambiate)="conRighe($event)"
      />
      @if (somme().length > 0) {
        <dl class="facts">
          @for (somma of somme(); track somma.nome) {
            <div>
              <dt>{{ somma.nome }}</dt>
              <dd>{{ somma.centesimi | euro }}</dd>
            </div>
          }
        </dl>
      }
    } @else {
      @switch (c.tipo) {
        @case ('testo') {
          <app-editor
            [label]="titolo()"
            [hint]="''"
            [value]="c.documento"
            (valueChange)="cambiato.emit({ tipo: 'testo', documento: $event })"
            [readonly]="bloccata()"
          />
        }
        @case ('collegamento') {
          <app-select-field
            label="Obiettivo"
            hint="Gli obiettivi scritti dai tavoli dell’ambito."
            [disabled]="bloccata()"
            [errors]="rifiutati()"
            [touched]="true"
            [options]="obiettivi()"
            [value]="c.obiettivoId ?? ''"
            (valueChange)="cambiato.emit({ tipo: 'collegamento', obiettivoId: $event || null })"
          />
        }
        @case ('comuni') {
          <p>
            <button type="button" class="link-button" [disabled]="bloccata()" (click)="tutti()">Scegli tutti i comuni dell’ambito</button>
          </p>
          <app-checkbox-group
            label="In quali comuni"
            [disabled]="bloccata()"
            [errors]="rifiutati()"
            [touched]="true"
            [options]="comuni()"
            [value]="[...c.istat]"
            (valueChange)="cambiato.emit({ tipo: 'comuni', istat: $event })"
          />
        }
        @case ('tempi') {
          <div class="fields-grid">
            <app-date-field
              label="Comincia il"
              [disabled]="bloccata()"
              [value]="c.dal ?? ''"
              (valueChange)="periodo(c, { dal: $event || null })"
            />
            <app-date-field
              label="Finisce il"
              [disabled]="bloccata()"
              [errors]="rovescio()"
              [touched]="true"
              [value]="c.al ?? ''"
              (valueChange)="periodo(c, { al: $event || null })"
            />
          </div>
        }
        @case ('campi') {
          <app-campi-form [contenuto]="c" [bloccata]="bloccata()" [rifiuti]="rifiuti()" (cambiato)="cambiato.emit($event)" />
        }
        @case ('leps') {
          <app-checkbox-group
            label="Livelli essenziali"
            [disabled]="bloccata()"
            [errors]="rifiutati()"
            [touched]="true"
            [options]="voci()('leps')"
            [value]="[...c.codici]"
            (valueChange)="cambiato.emit({ tipo: 'leps', codici: $event })"
          />
        }
        @case ('obiettivi_regionali') {
          @if (voci()('obiettivi').length > 0) {
            <app-checkbox-group
              label="Obiettivi della Regione"
              [disabled]="bloccata()"
              [errors]="rifiutati()"
              [touched]="true"
              [options]="voci()('obiettivi')"
              [value]="[...c.codici]"
              (valueChange)="cambiato.emit({ tipo: 'obiettivi_regionali', codici: $event })"
            />
          } @else {
            <p>L’ufficio non ha ancora scritto gli obiettivi della Regione: si aggiungono nelle impostazioni dell’ambito.</p>
          }
        }
      }
    }
  `,
})
export class ParteForm {
  readonly titolo = input.required<string>();
  readonly contenuto = input.required<ContenutoSezione>();
  readonly riferimenti = input.required<RiferimentiElaborato>();
  readonly bloccata = input(false);
  /** What the API refused of the part as it stands. */
  readonly rifiuti = input<readonly Rifiuto[]>([]);
  readonly cambiato = output<ContenutoSezione>();
  protected readonly forma = computed(() => FORME_RIGHE[this.contenuto().tipo]);
  protected readonly righe = computed<readonly Riga[]>(() => {
    const c = this.contenuto();
    if (c.tipo === 'elenco') return c.voci.map(voce => ({ voce }));
    if (c.tipo === 'priorita') return c.voci;
    return 'righe' in c && c.tipo !== 'campi' ? c.righe : [];
  });
  protected readonly problemi = computed(() => {
    const c = this.contenuto();
    return (riga: Riga) => problemiRiga(c, c.tipo === 'elenco' ? String(riga['voce'] ?? '') : riga);
  });
  protected readonly rifiutiDi = computed(() => {
    const [c, rifiuti] = [this.contenuto(), this.rifiuti()];
    return (riga: Riga) => rifiutiRiga(c, rifiuti, c.tipo === 'elenco' ? String(riga['voce'] ?? '') : riga);
  });
  /** Of a part that is one list of choices. */
  protected readonly rifiutati = computed(() => this.rifiuti().map(({ code, message }) => ({ kind: code, message })));
  protected readonly obiettivi = computed(() =>
    this.riferimenti().obiettivi.map(o => ({ value: o.id, label: `${o.titolo} (${o.tavolo})` })),
  );
  protected readonly comuni = computed(() => this.riferimenti().comuni.map(k => ({ value: k.istat, label: k.nome })));
  /** Those of the ambito, and what was withdrawn where the part has it already. */
  protected readonly voci = computed(() => {
    const usate = new Set(codiciUsati(this.contenuto()).map(u => u.codice));
    const { voci } = this.riferimenti();
    return (elenco: Elenco): Option[] =>
      elenco === 'paga'
        ? this.pagano()
        : voci[elenco]
            .filter(v => !v.ritirata || usate.has(v.codice))
            .map(v => ({ value: v.codice, label: v.ritirata ? `${v.titolo} (ritirato)` : v.titolo }));
  });
  protected readonly pagano = computed(() => [...CHI_PAGA.map(value => ({ value, label: ETICHETTE_CHI_PAGA[value] })), ...this.comuni()]);
  /** What the amounts come to as they are typed: of a row without one nothing. */
  protected readonly somme = computed(() => {
    const c = this.contenuto();
    const righe = c.tipo === 'risorse' ? c.righe.filter(r => (r.centesimi as number | null) !== null) : [];
    return righe.length === 0 ? [] : sommeRisorse(righe);
  });
  protected readonly rovescio = computed(() => {
    const c = this.contenuto();
    return c.tipo === 'tempi' && c.dal !== null && c.al !== null && c.al < c.dal
      ? [{ kind: 'rovescio', message: 'La fine non può venire prima dell’inizio.' }]
      : [];
  });

  protected conRighe(righe: readonly Riga[]): void {
    const c = this.contenuto();
    if (c.tipo === 'elenco') return this.cambiato.emit({ tipo: 'elenco', voci: righe.map(r => String(r['voce'] ?? '')) });
    this.cambiato.emit({ ...c, [c.tipo === 'priorita' ? 'voci' : 'righe']: righe } as ContenutoSezione);
  }

  protected periodo(tempi: Contenuto<'tempi'>, parte: Partial<Contenuto<'tempi'>>): void {
    this.cambiato.emit({ ...tempi, ...parte });
  }

  protected tutti(): void {
    this.cambiato.emit({ tipo: 'comuni', istat: this.riferimenti().comuni.map(k => k.istat) });
  }
}
