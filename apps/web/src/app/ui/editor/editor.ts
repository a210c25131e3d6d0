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
import { EditorCorrente, type Scritto } from './editor-corrente';
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

/** Text with headings, lists, bold, links and passages to leave out: the toolbar of the page (`app-barra-editor`) works on it while one writes there. */
@Component({
  selector: 'app-editor',
  imports: [FieldFrame],
  host: { class: 'd-block editor' },
  templateUrl: './editor.html',
})
export class Editor extends FieldBase implements FormValueControl<Documento> {
  readonly value = model<Documento>(DOCUMENTO_VUOTO);
  readonly #state = signal<EditorState | null>(null);
  private readonly sede = viewChild.required<ElementRef<HTMLElement>>('sede');
  #view: EditorView | undefined;
  readonly #corrente = inject(EditorCorrente);
  readonly #scritto: Scritto = {
    label: this.label,
    scrivibile: computed(() => !this.readonly() && !this.disabled()),
    state: this.#state.asReadonly(),
    esegui: command => void (this.#view && command(this.#view.state, this.#view.dispatch)),
    focus: () => this.focus(),
    lasciato: relatedTarget => void this.#view?.dom.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget })),
  };
  #emitted: Documento | undefined;

  constructor() {
    super();
    afterNextRender(() => this.#open());
    effect(() => this.#take(this.value()));
    effect(() => {
      const editable = this.#scritto.scrivibile();
      this.#view?.setProps({ editable: () => editable });
    });
    inject(DestroyRef).onDestroy(() => {
      this.#corrente.lascia(this.#scritto);
      this.#view?.destroy();
    });
  }

  focus(): void {
    this.#view?.focus();
  }

  #open(): void {
    const editable = this.#scritto.scrivibile();
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
      handleDOMEvents: { focus: () => void this.#corrente.prendi(this.#scritto), blur: () => void this.touch.emit() },
      handleKeyDown: (_, event) => event.altKey && event.key === 'F10' && this.#corrente.vaiAllaBarra(),
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
