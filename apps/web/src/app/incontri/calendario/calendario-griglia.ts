import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { nomeFestivita, type IncontroRigaView, type Patrono } from '@tavoli/shared';
import { STATI } from '../../ui/stati';
import { GIORNI_SETTIMANA, nomeGiornoBreve, perGiorno, settimane, type Periodo } from './calendario';
import { piuGiorni, type Giorno } from '../../ui/words/giorni';
import { dove, orario } from '../../ui/words/parole';

/** A month or a week of incontri as a table: weekdays across, a cell for each day. */
@Component({
  selector: 'app-calendario-griglia',
  imports: [RouterLink],
  host: { class: 'd-block' },
  templateUrl: './calendario-griglia.html',
})
export class CalendarioGriglia {
  readonly periodo = input.required<Periodo>();
  readonly incontri = input.required<readonly IncontroRigaView[]>();
  readonly ambito = input.required<string>();
  /** Whose day is festivo here. */
  readonly patrono = input<Patrono | null>(null);
  readonly oggi = input.required<Giorno>();
  protected readonly colonne = GIORNI_SETTIMANA;
  protected readonly stati = STATI;
  protected readonly orario = orario;
  protected readonly dove = dove;
  /** A week has room for places too. */
  protected readonly ampia = computed(() => piuGiorni(this.periodo().dal, 6) === this.periodo().al);

  protected readonly settimane = computed(() => {
    const byDay = new Map(perGiorno(this.incontri()).map(({ giorno, incontri }) => [giorno, incontri]));
    return settimane(this.periodo()).map(week =>
      week.map(
        giorno =>
          giorno && {
            giorno,
            nome: nomeGiornoBreve(giorno),
            numero: Number(giorno.slice(8)),
            festa: nomeFestivita(giorno, this.patrono()),
            incontri: byDay.get(giorno) ?? [],
          },
      ),
    );
  });

  protected readonly comincia = (incontro: IncontroRigaView): string => orario(incontro).split('–')[0] ?? '';
}
