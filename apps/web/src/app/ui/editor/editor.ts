import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  model,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { DOCUMENTO_VUOTO, type Documento } from '@tavoli/shared';
import { baseKeymap, toggleMark } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import { EditorState, type Command } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { FieldBase } from '../fields/field-base';
import { FieldFrame } from '../fields/field-frame';
import { COMANDI, hasMark, setMark, unsetMark, type Comando } from './editor-comandi';
import { documentoDi, nodoDi, SCHEMA } from './editor-schema';
import { pulisciIncollato } from './incolla/incolla';

const { nodes, marks } = SCHEMA;

/** Tab is left alone, so that nobody is caught in the text. */
const KEYS: Record<string, Command> = {
  'Mod-b': toggleMark(marks.bold),
  'Mod-i': toggleMark(marks.italic),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  Enter: splitListItem(nodes.listItem),
  'Mod-[': liftListItem(nodes.listItem),
  'Mod-]': sinkListItem(nodes.listItem),
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Chiesto = 'link' | 'omissis';

/** Text with headings, lists, bold, links and passages to leave out. Loaded only where one writes. */
@Component({
  selector: 'app-editor',
  imports: [FieldFrame],
  host: { class: 'd-block editor' },
  templateUrl: './editor.html',
})
export class Editor extends FieldBase implements FormValueControl<Documento> {
  readonly value = model<Documento>(DOCUMENTO_VUOTO);
  protected readonly comandi = COMANDI;
  /** Which button of the toolbar Tab reaches. */
  protected readonly corrente = signal(0);
  protected readonly chiesto = signal<Chiesto | null>(null);
  protected readonly avviso = signal('');
  readonly #state = signal<EditorState | null>(null);
  protected readonly attivi = computed(() => {
    const state = this.#state();
    return new Set(
      state === null
        ? []
        : [
            ...COMANDI.filter(c => c.active?.(state)).map(c => c.id),
            ...(['link', 'omissis'] as const).filter(name => hasMark(name)(state)),
          ],
    );
  });
  private readonly sede = viewChild.required<ElementRef<HTMLElement>>('sede');
  private readonly barra = viewChild<ElementRef<HTMLElement>>('barra');
  #view: EditorView | undefined;
  #emitted: Documento | undefined;

  constructor() {
    super();
    afterNextRender(() => this.#open());
    effect(() => this.#take(this.value()));
    effect(() => {
      const editable = !this.readonly() && !this.disabled();
      this.#view?.setProps({ editable: () => editable });
    });
    inject(DestroyRef).onDestroy(() => this.#view?.destroy());
  }

  focus(): void {
    this.#view?.focus();
  }

  protected esegui(comando: Comando): void {
    if (this.#view) comando.run(this.#view.state, this.#view.dispatch);
    this.focus();
  }

  /** Asks for the address or the reason; without a selection there is nothing to mark. */
  protected chiedi(name: Chiesto): void {
    if (!this.#view) return;
    if (this.attivi().has(name)) return this.#run(unsetMark(name));
    if (this.#view.state.selection.empty) return this.avviso.set('Prima seleziona il testo, poi premi di nuovo.');
    this.avviso.set('');
    this.chiesto.set(name);
  }

  protected applica(value: string): void {
    const name = this.chiesto();
    const text = value.trim();
    if (name === null || text === '') return this.avviso.set(name === 'link' ? 'Scrivi l’indirizzo.' : 'Scrivi il motivo dell’omissis.');
    if (name === 'link' && !/^(https?:\/\/|mailto:)\S+$/.test(text))
      return this.avviso.set('L’indirizzo deve cominciare con https://, http:// o mailto:.');
    this.chiudi();
    this.#run(setMark(name, text));
  }

  protected chiudi(): void {
    this.chiesto.set(null);
    this.avviso.set('');
  }

  /** Arrows move along the toolbar, of which Tab reaches one button only. */
  protected muovi(event: KeyboardEvent): void {
    const buttons = [...(this.barra()?.nativeElement.querySelectorAll('button') ?? [])];
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -this.corrente(), End: buttons.length - 1 - this.corrente() }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.corrente.set((this.corrente() + step + buttons.length) % buttons.length);
    buttons[this.corrente()]?.focus();
  }

  #run(command: Command): void {
    if (this.#view) command(this.#view.state, this.#view.dispatch);
    this.focus();
  }

  #open(): void {
    const editable = !this.readonly() && !this.disabled();
    this.#view = new EditorView(this.sede().nativeElement, {
      state: this.#stateOf(this.value()),
      editable: () => editable,
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': this.label(),
        id: this.id(),
        class: 'editor-text',
        ...(this.describedBy() ? { 'aria-describedby': this.describedBy() ?? '' } : {}),
      }),
      transformPastedHTML: pulisciIncollato,
      handleDOMEvents: { blur: () => void this.touch.emit() },
      dispatchTransaction: transaction => this.#apply(this.#view?.state.apply(transaction), transaction.docChanged),
    });
    this.#state.set(this.#view.state);
  }

  #apply(state: EditorState | undefined, changed: boolean): void {
    if (!state || !this.#view) return;
    this.#view.updateState(state);
    this.#state.set(state);
    if (!changed) return;
    this.#emitted = documentoDi(state.doc);
    this.value.set(this.#emitted);
  }

  /** Another text than the one written here: shown in its place. */
  #take(value: Documento): void {
    if (!this.#view || same(value, this.#emitted)) return;
    const state = this.#stateOf(value);
    this.#view.updateState(state);
    untracked(() => this.#state.set(state));
  }

  #stateOf(value: Documento): EditorState {
    return EditorState.create({ doc: nodoDi(value), plugins: [history(), keymap(KEYS), keymap(baseKeymap)] });
  }
}
