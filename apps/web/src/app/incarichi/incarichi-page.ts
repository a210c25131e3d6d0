import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { chiHa, hasPermission, RUOLI_INCARICO, RUOLO, type IncaricoView } from '@tavoli/shared';
import { Parole, ParolePipe } from '../page/parole';
import { ResourceState } from '../page/resource-state';
import { Permissions } from '../session/permissions';
import { SessionStore } from '../session/session-store';
import { aperti, apertiConSottogruppi, tavoliResource } from '../tavoli/tavoli.api';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { DataPipe } from '../ui/words/dates';
import { incarichiCommands, incarichiResource, storiaIncarichi } from './incarichi.api';
import { estremi } from './incarico.model';
import { NuovoIncarico } from './nuovo-incarico';

/** The roles that the office gives, the weightiest first; beside those who lead a tavolo it is told which have nobody. */
const GRUPPI = RUOLI_INCARICO.toReversed().map(ruolo => ({
  ruolo,
  ...RUOLO[ruolo].incarico.gruppo,
  conduce: hasPermission([ruolo], 'tavolo.conduci'),
}));

/** Who is coordinatore, ufficio di piano, referente, and who was before; the coordinatore gives, renews and ends these roles. */
@Component({
  selector: 'app-incarichi-page',
  imports: [ConfirmDialog, DataPipe, NuovoIncarico, ParolePipe, ResourceState, RouterLink],
  templateUrl: './incarichi-page.html',
})
export class IncarichiPage {
  readonly ambito = input.required<string>();
  protected readonly incarichi = incarichiResource(this.ambito);
  protected readonly storia = storiaIncarichi(this.ambito);
  protected readonly gruppi = computed(() =>
    GRUPPI.map(gruppo => ({ ...gruppo, persone: (this.incarichi.value()?.items ?? []).filter(i => i.ruolo === gruppo.ruolo) })),
  );
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly tavoli = computed(() =>
    apertiConSottogruppi(this.#tavoli).map(t => ({ value: t.id, label: `${t.codice} · ${t.nome}` })),
  );
  protected readonly senzaReferente = computed(() =>
    aperti(this.#tavoli)
      .filter(t => t.referente === null)
      .map(t => t.nome),
  );
  readonly #permissions = inject(Permissions);
  protected readonly puoAssegnare = computed(() => this.#permissions.can('incarico.assegna', this.ambito()));
  protected readonly scelto = signal<IncaricoView | null>(null);
  readonly #commands = incarichiCommands();
  readonly #session = inject(SessionStore);
  readonly #annunci = inject(Annunci);
  readonly #parole = inject(Parole);
  protected readonly chiHa = chiHa;
  protected readonly estremi = estremi;

  protected luogo({ tavolo, incontro }: IncaricoView): string {
    return tavolo ? `, ${tavolo.nome}` : incontro ? `, «${incontro.titolo}»` : '';
  }

  protected readonly ruoloDi = ({ ruolo }: IncaricoView): string => this.#parole.di(RUOLO[ruolo].parole.uno);

  protected readonly daCominciare = ({ dal }: IncaricoView): boolean => Date.parse(dal) > Date.now();

  protected async termina(dialog: ConfirmDialog, incarico: IncaricoView): Promise<void> {
    this.scelto.set(incarico);
    if (!(await dialog.ask(() => this.#commands.termina(this.ambito(), incarico.id)))) return;
    this.#annunci.notify(incarico.invitato ? 'Invito ritirato.' : `L’incarico di ${chiHa(incarico)} è terminato.`);
    await this.read(incarico);
  }

  /** Also who the reader is, when the role was their own. */
  protected async read(changed: IncaricoView): Promise<void> {
    this.incarichi.reload();
    this.storia.reload();
    this.#tavoli.reload();
    if (changed.email === this.#session.account()?.email) await this.#session.reload();
  }
}
