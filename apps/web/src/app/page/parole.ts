import { computed, inject, Injectable, Pipe, type PipeTransform } from '@angular/core';
import { conParole, PAROLE } from '@tavoli/shared';
import { AmbitoCorrente } from './ambito-corrente';

/** How things are called in the ambito being visited; the usual words outside any ambito. */
@Injectable({ providedIn: 'root' })
export class Parole {
  readonly #ambito = inject(AmbitoCorrente).ambito;
  readonly parole = computed(() => this.#ambito()?.parole ?? PAROLE);

  /** `di('[Il tecnico] controlla i dati')`: see `conParole`. */
  di(testo: string): string {
    return conParole(testo, this.parole());
  }
}

/** `{{ '[Il tecnico] controlla i dati.' | parole }}`. Not pure: the words arrive with the ambito. */
@Pipe({ name: 'parole', pure: false })
export class ParolePipe implements PipeTransform {
  readonly #parole = inject(Parole);

  transform(testo: string): string {
    return this.#parole.di(testo);
  }
}
