import { Component, effect, inject, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RISPOSTE_DATA, type DateChiesteView, type Problem, type RispostaData } from '@tavoli/shared';
import * as z from 'zod';
import { mailedSecret } from '../../session/mailed-secret';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { LoadingBar } from '../../ui/loading-bar';
import { problemOf, problemText } from '../../ui/problem';
import { DataOraPipe } from '../../ui/words/dates';
import { maiuscola, quando } from '../../ui/words/parole';
import { Sede } from '../../ui/words/sede';
import { dateChiesteApi } from './disponibilita.api';
import { RISPOSTE } from './disponibilita.passi';

interface Model {
  readonly risposte: { readonly dataId: string; readonly risposta: RispostaData | '' }[];
}
const Risposte = z.object({ risposte: z.array(z.object({ dataId: z.string(), risposta: z.enum(RISPOSTE_DATA, 'Scegli una risposta.') })) });
const Form = z.custom<Model>().superRefine((model, ctx) => {
  for (const { path, message } of Risposte.safeParse(model).error?.issues ?? []) ctx.addIssue({ code: 'custom', path: [...path], message });
});
const modelOf = (vista: DateChiesteView | null): Model => ({
  risposte: (vista?.date ?? []).map(({ id }) => ({
    dataId: id,
    risposta: vista?.risposte.find(r => r.dataId === id)?.risposta ?? '',
  })),
});

/** Where who was asked says when they can, from the mail and without an account. Reading changes nothing: programs that inspect mail open links too. */
@Component({
  selector: 'app-date-chieste-page',
  imports: [Busy, DataOraPipe, ErrorSummary, FormField, LoadingBar, RadioGroup, Sede],
  templateUrl: './date-chieste-page.html',
})
export class DateChiestePage {
  protected readonly vista = signal<DateChiesteView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly model = formModel(this.vista, modelOf, () => 'date');
  protected readonly f = form(this.model, path => validateStandardSchema(path, Form));
  protected readonly scelte = optionsOf(RISPOSTE);
  protected readonly quando = quando;
  protected readonly maiuscola = maiuscola;
  protected readonly testo = problemText;
  readonly #segreto = mailedSecret();
  readonly #api = dateChiesteApi();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    this.vista.set(await this.#api.rispondi(this.#segreto(), Risposte.parse(this.model())));
    this.#annunci.notify('Grazie: la tua risposta è arrivata. Puoi cambiarla fino al termine.');
  });

  constructor() {
    effect(() => {
      const segreto = this.#segreto();
      untracked(() => void this.#leggi(segreto));
    });
  }

  protected avviso({ festivo, impegno }: DateChiesteView['date'][number]): string {
    return [
      festivo === null ? '' : festivo === 'domenica' ? 'È una domenica.' : `È un giorno festivo: ${festivo}.`,
      impegno === null ? '' : `A quell’ora sei tra gli invitati di «${impegno}».`,
    ]
      .filter(Boolean)
      .join(' ');
  }

  protected detta(dataId: string): string {
    const detta = this.vista()?.risposte.find(r => r.dataId === dataId);
    return detta ? RISPOSTE[detta.risposta].toLowerCase() : 'non hai risposto';
  }

  async #leggi(segreto: string): Promise<void> {
    if (segreto === '')
      return this.problem.set({ type: '', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' });
    await this.#api.leggi(segreto).then(
      vista => this.vista.set(vista),
      (error: unknown) => this.problem.set(problemOf(error)),
    );
  }
}
