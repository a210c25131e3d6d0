import { Component, computed, input } from '@angular/core';
import type { SchedaOscuramentoView } from '@tavoli/shared';

/** What follows from an oscuramento, told before it is confirmed. */
@Component({
  selector: 'app-che-cosa-succede',
  host: { class: 'd-block' },
  template: `
    <section class="alert alert-warning" aria-labelledby="titolo-succede">
      <h2 class="h5" id="titolo-succede">Che cosa succede quando confermi</h2>
      <ul class="mb-0">
        @for (frase of frasi(); track frase) {
          <li>{{ frase }}</li>
        }
      </ul>
    </section>
  `,
})
export class CheCosaSuccede {
  readonly scheda = input.required<SchedaOscuramentoView>();

  protected readonly frasi = computed(() => {
    const { file, dossier, messaggiPartiti, rettificaInCorso, tipo } = this.scheda();
    const partiti = messaggiPartiti === 0 ? '' : messaggiPartiti === 1 ? ' Ne è partito uno.' : ` Ne sono partiti ${messaggiPartiti}.`;
    return [
      file === null
        ? 'Al posto dei passaggi si legge «[oscurato]», con la data: nella pagina, nel PDF, nella ricerca, nei dati aperti.'
        : 'Il documento di prima non si scarica più da nessuna pagina.',
      ...(file === null
        ? [
            'Le stesse parole spariscono anche da ciò che le ripete per forza: rettifiche, elaborati approvati con quella decisione, verbali ed elaborati che le portano stampate (nomi di tavoli, incontri e sedi), contributi uniti, testi di lavoro che il tavolo legge.',
          ]
        : []),
      ...(rettificaInCorso
        ? ['Si sta scrivendo una rettifica: le stesse parole sono oscurate anche lì. Chi scrive in questo momento trova il testo cambiato.']
        : []),
      ...(dossier
        ? [
            'Se il dossier del Piano le contiene, viene ritirato subito insieme alle copie firmate, e si rifà da solo: per qualche minuto non si scarica. Le copie firmate vanno fatte firmare e caricate di nuovo.',
          ]
        : []),
      'Chi controlla il file di prima nella pagina «Verifica» legge che è stato sostituito perché conteneva dati personali, e trova quello nuovo.',
      'L’originale resta nell’archivio dell’ufficio: lo apre soltanto il coordinatore. L’atto e le impronte, vecchia e nuova, restano nel registro.',
      `I messaggi già partiti non si possono richiamare: chi li ha ricevuti continua a leggerli.${partiti} Quelli ancora in coda partono senza quelle parole.`,
      ...(tipo === 'contributo'
        ? ['Anche chi ha scritto il contributo leggerà il testo oscurato, nella sua pagina e nella ricevuta.']
        : []),
    ];
  });
}
