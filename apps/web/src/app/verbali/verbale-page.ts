import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { testoDi, type VerbalePubblicoView } from '@tavoli/shared';
import { maiuscola, quando } from '../ui/words/parole';
import { Sede } from '../ui/words/sede';
import { ContributiCollegati } from '../contributi/contributi-collegati';
import { pageMeta } from '../page/page-meta';
import { DataOraPipe } from '../ui/words/dates';
import { Documento } from '../ui/editor/documento';
import { fileSize } from '../ui/words/file-size';
import { ResourceState } from '../page/resource-state';
import { EsitiSezione } from './esiti-sezione';
import { anticipoInParole, nomeVerbale, quorumInParole, svoltoInParole } from './verbali.labels';
import { verbalePdf, verbalePubblicoResource } from './verbali-pubblici.api';
import { Protocolli } from '../protocolli/protocolli';

/** The public page of a verbale: what was said and decided, who was there by ente, and the proof that nothing has changed since. */
@Component({
  selector: 'app-verbale-page',
  imports: [ContributiCollegati, DataOraPipe, Documento, EsitiSezione, Protocolli, ResourceState, RouterLink, Sede],
  templateUrl: './verbale-page.html',
})
export class VerbalePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'verbale' });
  protected readonly verbale = verbalePubblicoResource(this.ambito, this.id);
  protected readonly nome = nomeVerbale;
  protected readonly quorum = quorumInParole;
  protected readonly anticipo = anticipoInParole;
  protected readonly svolto = computed(() => svoltoInParole(this.verbale.value()?.orari ?? null));
  protected readonly size = fileSize;
  protected readonly pdf = computed(() => verbalePdf(this.ambito(), this.id()));
  protected readonly quando = computed(() => {
    const view = this.verbale.value();
    return view ? maiuscola(quando({ inizioAt: view.incontro.inizioAt, fineAt: view.fineAt })) : '';
  });
  protected readonly presenti = computed(() => (this.verbale.value()?.presenti ?? []).filter(({ presente }) => presente !== null));
  protected readonly assenti = computed(() => (this.verbale.value()?.presenti ?? []).filter(({ presente }) => presente === null));

  constructor() {
    pageMeta(() => {
      const view = this.verbale.value();
      return (
        view && {
          title: `${nomeVerbale(view)}: ${view.incontro.titolo}`,
          description: `Che cosa si è detto e deciso nell’incontro «${view.incontro.titolo}». ${this.quando()}.`,
        }
      );
    });
  }

  protected vuota({ documento, decisioni, impegni }: VerbalePubblicoView['sezioni'][number]): boolean {
    return decisioni.length + impegni.length === 0 && testoDi(documento).trim() === '';
  }
}
