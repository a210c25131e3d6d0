import { Component, computed, inject, input, output } from '@angular/core';
import { applyEach, form, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { type NominaView, RappresentanteInput } from '@tavoli/shared';
import { PersonaFields } from '../designazioni/persona-fields';
import { isVuota, personeModel } from '../designazioni/persone.model';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { AppPassi } from '../ui/forms/app-passi';
import { ErrorSummary } from '../ui/forms/error-summary';
import { passi } from '../ui/forms/passi';
import { formModel } from '../ui/forms/form-model';
import { submission } from '../ui/forms/submission';
import { idempotencyKey } from '../ui/idempotency';
import { StatoBadge } from '../ui/stato-badge';
import { DataPipe } from '../ui/words/dates';
import { nominaApi } from './diretti.api';
import { AZIONI_NOMINA, STATI_IN_PAROLE, VESTI_IN_PAROLE } from './diretti.passi';

type Posto = NominaView['posti'][number];

/** One seat that an ente is offered: who it names, or that it does not take part. */
@Component({
  selector: 'app-nomina-posto',
  imports: [AppPassi, Busy, DataPipe, ErrorSummary, PersonaFields, RouterLink, StatoBadge],
  template: `
    @let p = posto();
    <section class="mt-5" [attr.aria-labelledby]="'posto-' + p.id">
      <p class="mb-1"><app-stato-badge stato="in_attesa" [label]="stati[p.stato].label" [tone]="stati[p.stato].tone" /></p>
      <h2 class="h4" [id]="'posto-' + p.id">
        Tavolo <a [routerLink]="['/', ambito(), 'tavoli', p.tavolo.slug]">{{ p.tavolo.nome }}</a>
      </h2>
      <p>{{ p.tavolo.scopo }}</p>
      @if (p.stato === 'in_attesa') {
        <p>Il posto è di {{ vesti[p.veste] }}. Potete rispondere {{ p.scadeAt | data: 'entro il' }}.</p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          @for (persona of f.rappresentanti; track $index) {
            <app-persona-fields [persona]="persona" [titolo]="titolo($index)" [mandatory]="$index === 0" />
          }
          <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Nomina queste persone</button></p>
        </form>
        <div class="actions mb-3"><app-passi [di]="passi" [vista]="p" [azioni]="altre()" [nome]="' al tavolo ' + p.tavolo.nome" /></div>
      } @else if (p.persone.length > 0) {
        <p>Avete nominato: {{ nomi() }}.</p>
      } @else if (p.stato === 'scaduta') {
        <p>Il tempo per rispondere è finito: scrivete a chi vi ha invitato.</p>
      }
    </section>
  `,
})
export class NominaPosto {
  readonly posto = input.required<Posto>();
  readonly ambito = input.required<string>();
  readonly segreto = input.required<string>();
  readonly risposto = output<NominaView>();
  readonly cambiato = output();
  protected readonly stati = STATI_IN_PAROLE;
  protected readonly vesti = VESTI_IN_PAROLE;
  protected readonly model = formModel(this.posto, posto => ({ rappresentanti: personeModel(posto) }));
  protected readonly f = form(this.model, path =>
    applyEach(path.rappresentanti, persona =>
      validateStandardSchema(persona, ({ value }) =>
        isVuota(value()) && value() !== this.model().rappresentanti[0] ? undefined : RappresentanteInput,
      ),
    ),
  );
  protected readonly nomi = computed(() =>
    this.posto()
      .persone.map(({ nome, cognome, ruolo }) => `${nome} ${cognome} (${ruolo})`)
      .join(', '),
  );
  protected readonly altre = computed(() => this.posto().azioni.filter(azione => azione !== 'nomina'));
  readonly #api = nominaApi();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey: chiave }) => {
    const rappresentanti = this.model().rappresentanti.filter(p => !isVuota(p));
    const view = await this.#api.rispondi(this.segreto(), 'nomina', { postoId: this.posto().id, rappresentanti }, chiave);
    this.f().reset(this.model());
    this.#annunci.notify(AZIONI_NOMINA.nomina.fatto);
    this.risposto.emit(view);
  });

  protected readonly passi = passi(
    AZIONI_NOMINA,
    (posto: Posto, azione, motivo) =>
      this.#api.rispondi(this.segreto(), azione, { postoId: posto.id, motivo }, idempotencyKey()).then(view => this.risposto.emit(view)),
    fatto => (fatto ? undefined : this.cambiato.emit()),
  );

  protected titolo(i: number): string {
    const persone = this.model().rappresentanti;
    const ruolo = persone[i]?.ruolo;
    const stessi = persone.filter(p => p.ruolo === ruolo);
    const nome = ruolo === 'titolare' ? 'Titolare' : 'Supplente (facoltativo)';
    return stessi.length > 1 && persone[i] !== undefined ? `${nome} ${stessi.indexOf(persone[i]) + 1}` : nome;
  }
}
