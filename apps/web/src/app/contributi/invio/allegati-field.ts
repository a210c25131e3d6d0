import { Component, computed, DestroyRef, ElementRef, inject, input, model, type OnInit, signal, viewChild } from '@angular/core';
import { ALLEGATI_MASSIMI, ALLEGATO_BYTES_MASSIMI } from '@tavoli/shared';
import { fileSize } from '../../ui/words/file-size';
import { Icon } from '../../ui/icon';
import { problemOf, problemText } from '../../ui/problem';
import { TypedFields } from '../../ui/fields/typed-fields';
import type { Allegato } from './contributo.model';

interface InCorso {
  readonly file: File;
  readonly parte: number;
  /** Why it did not arrive; null while it travels. */
  readonly errore: string | null;
  /** Whether trying again may help: not for a file that is refused for what it is. */
  readonly ripetibile: boolean;
}

const INIZI: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
];

/** Files of a contributo, each sent at once while one goes on writing: how far it is, what went wrong, try again, take away. */
@Component({
  selector: 'app-allegati-field',
  imports: [Icon],
  host: { class: 'd-block' },
  templateUrl: './allegati-field.html',
})
export class AllegatiField implements OnInit {
  readonly value = model.required<Allegato[]>();
  /** Sends one file. */
  readonly invia = input.required<(file: File, onProgress: (part: number) => void) => Promise<Allegato>>();
  protected readonly inCorso = signal<readonly InCorso[]>([]);
  protected readonly massimi = ALLEGATI_MASSIMI;
  protected readonly size = fileSize;
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  readonly #fields = inject(TypedFields);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #destroy = inject(DestroyRef);
  /** A file that did not arrive must not be left out unseen: it is sent again, or taken away. */
  readonly #wrong = computed(() => {
    const failed = this.inCorso().find(c => c.errore !== null);
    return failed ? `«${failed.file.name}» non è allegato. Riprova, oppure toglilo dall’elenco.` : null;
  });

  ngOnInit(): void {
    const control = () => this.controlRef().nativeElement;
    const field = {
      element: this.#element,
      id: signal('allegati'),
      label: signal('Allegati'),
      wrong: this.#wrong,
      told: signal(true),
      reveal: () => undefined,
      focus: () => control().focus(),
    };
    this.#destroy.onDestroy(this.#fields.add(field));
  }

  /** Whether some file is still on its way: sending now would leave it out. */
  inViaggio(): boolean {
    return this.inCorso().some(c => c.errore === null);
  }

  protected scelti(files: FileList | null): void {
    for (const file of files ?? []) void this.#manda(file);
    this.controlRef().nativeElement.value = '';
  }

  protected riprova({ file }: InCorso): void {
    void this.#manda(file);
  }

  protected lascia(file: File): void {
    this.inCorso.update(all => all.filter(c => c.file !== file));
  }

  protected togli(chiave: string): void {
    this.value.update(all => all.filter(a => a.chiave !== chiave));
    this.controlRef().nativeElement.focus();
  }

  async #manda(file: File): Promise<void> {
    this.#segna(file, { parte: 0, errore: null, ripetibile: true });
    const difetto = await this.#difetto(file);
    if (difetto !== null) return this.#segna(file, { parte: 0, errore: difetto, ripetibile: false });
    try {
      const caricato = await this.invia()(file, parte => this.#segna(file, { parte, errore: null, ripetibile: true }));
      this.value.update(all => [...all, { chiave: caricato.chiave, nome: caricato.nome, bytes: caricato.bytes }]);
      this.lascia(file);
    } catch (error) {
      const problem = problemOf(error);
      this.#segna(file, { parte: 0, errore: problemText(problem), ripetibile: problem.status >= 500 || problem.status === 429 });
    }
  }

  #segna(file: File, stato: Omit<InCorso, 'file'>): void {
    this.inCorso.update(all =>
      all.some(c => c.file === file) ? all.map(c => (c.file === file ? { file, ...stato } : c)) : [...all, { file, ...stato }],
    );
  }

  /** What can be told before sending; the API looks again. */
  async #difetto(file: File): Promise<string | null> {
    if (this.value().length + this.inCorso().filter(c => c.errore === null).length > ALLEGATI_MASSIMI)
      return `Al massimo ${ALLEGATI_MASSIMI} file: togline uno.`;
    if (file.size === 0) return 'Il file è vuoto: scegline un altro.';
    if (file.size > ALLEGATO_BYTES_MASSIMI)
      return `Il file supera la dimensione massima: pesa ${fileSize(file.size)}, il massimo è ${fileSize(ALLEGATO_BYTES_MASSIMI)}.`;
    const inizio = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    return INIZI.some(i => i.every((byte, at) => inizio[at] === byte)) ? null : 'Il file non è un PDF, un JPEG o un PNG.';
  }
}
