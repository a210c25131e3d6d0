import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CHIAVI_PAROLE, conta, hasPermission, type ImpostazioniView } from '@tavoli/shared';
import { incarichiResource } from '../../incarichi/incarichi.api';
import { aperti, tavoliResource } from '../../tavoli/tavoli.api';
import { avvisiDellAmbito } from '../di-un-ambito.api';

interface Passo {
  readonly titolo: string;
  readonly in: readonly string[];
  readonly fatto: boolean;
  /** What is still to be done, or is waited for. */
  readonly manca: string;
}

/** From an ambito that was just opened to its first avviso: what is done, what comes next; gone once an avviso is public. */
@Component({
  selector: 'app-primi-passi',
  imports: [RouterLink],
  template: `
    @if (passi(); as passi) {
      <section class="fieldset-card" aria-labelledby="titolo-passi">
        <h2 class="h4" id="titolo-passi">Preparare l’ambito: {{ fatti() }} passi su {{ passi.length }}</h2>
        <progress class="w-100" aria-labelledby="titolo-passi" [value]="fatti()" [max]="passi.length"></progress>
        <ol>
          @for (passo of passi; track passo.titolo) {
            <li [attr.aria-current]="passo === prossimo() ? 'step' : null">
              <a [routerLink]="['/', ambito(), 'area', ...passo.in]">{{ passo.titolo }}</a>:
              <strong>{{ passo.fatto ? 'fatto' : 'da fare' }}</strong>
              @if (passo.manca) {
                <span class="text-muted"> ({{ passo.manca }})</span>
              }
            </li>
          }
        </ol>
        @if (prossimo(); as passo) {
          <p class="form-actions">
            <a class="btn btn-primary" [routerLink]="['/', ambito(), 'area', ...passo.in]">Continua: {{ passo.titolo }}</a>
          </p>
        }
      </section>
    }
  `,
})
export class PrimiPassi {
  readonly ambito = input.required<string>();
  readonly impostazioni = input.required<ImpostazioniView>();
  readonly #tavoli = tavoliResource(this.ambito);
  readonly #avvisi = avvisiDellAmbito(this.ambito);
  readonly #incarichi = incarichiResource(this.ambito);
  protected readonly fatti = computed(() => this.passi()?.filter(p => p.fatto).length ?? 0);
  /** Where one goes on: the first that is still to be done. */
  protected readonly prossimo = computed(() => this.passi()?.find(p => !p.fatto));

  /** Null while it is not known, and once all is done. */
  protected readonly passi = computed(() => {
    if (!this.#tavoli.hasValue() || !this.#avvisi.hasValue()) return null;
    const passi = [...comeSiPresenta(this.impostazioni()), ...this.#chiLavora(aperti(this.#tavoli))];
    passi.push({ titolo: 'Pubblica il primo avviso', in: ['avvisi', 'nuovo'], fatto: this.#avvisi.value().items.length > 0, manca: '' });
    return passi.every(p => p.fatto) ? null : passi;
  });

  #chiLavora(tavoli: readonly { readonly referente: string | null }[]): Passo[] {
    const senza = tavoli.filter(t => t.referente === null).length;
    const invitati = (this.#incarichi.value()?.items ?? []).filter(i => i.invitato && hasPermission([i.ruolo], 'tavolo.conduci')).length;
    const attesa = invitati > 0 ? `; ${conta(invitati, 'invito aspetta risposta', 'inviti aspettano risposta')}` : '';
    return [
      {
        titolo: 'Crea i tavoli',
        in: ['tavoli', 'nuovo'],
        fatto: tavoli.length > 0,
        manca: tavoli.length > 0 ? conta(tavoli.length, 'tavolo', 'tavoli') : 'nessuno, per ora',
      },
      {
        titolo: 'Affida i tavoli ai referenti',
        in: ['incarichi'],
        fatto: tavoli.length > 0 && senza === 0,
        manca: senza > 0 ? `${conta(senza, 'tavolo senza referente', 'tavoli senza referente')}${attesa}` : '',
      },
    ];
  }
}

function comeSiPresenta(i: ImpostazioniView): Passo[] {
  const parole = CHIAVI_PAROLE.filter(chiave => i.parole[chiave].daConfermare).length;
  return [
    {
      titolo: 'Conferma le parole',
      in: ['impostazioni', 'parole'],
      fatto: parole === 0,
      manca: parole > 0 ? conta(parole, 'parola da confermare', 'parole da confermare') : '',
    },
    {
      titolo: 'Racconta l’ufficio',
      in: ['impostazioni', 'ufficio'],
      fatto: i.ufficio.sede !== '',
      manca: i.ufficio.sede === '' ? 'sede e orari' : '',
    },
    {
      titolo: 'Scegli i comuni',
      in: ['impostazioni', 'comuni'],
      fatto: i.comuni.length > 0,
      manca: i.comuni.length > 0 ? conta(i.comuni.length, 'comune', 'comuni') : 'nessuno, per ora',
    },
  ];
}
