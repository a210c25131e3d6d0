import { setBlockType, toggleMark, wrapIn } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';
import type { IconName } from '../icon';
import { SCHEMA } from './editor-schema';

const { nodes, marks } = SCHEMA;

/** A button of the toolbar. */
export interface Comando {
  readonly id: string;
  readonly label: string;
  readonly icona: IconName;
  readonly run: Command;
  /** Whether it holds where the cursor is; null: it does something, and holds nowhere. */
  readonly active: ((state: EditorState) => boolean) | null;
}

const marked =
  (name: 'bold' | 'italic' | 'link' | 'omissis') =>
  (state: EditorState): boolean => {
    const { from, $from, to, empty } = state.selection;
    const type = marks[name];
    return empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type);
  };

const within =
  (name: 'bulletList' | 'orderedList') =>
  ({ selection: { $from } }: EditorState): boolean =>
    Array.from({ length: $from.depth }, (_, d) => $from.node(d).type).some(type => type === nodes[name]);

const heading =
  (level: 3 | 4) =>
  ({ selection: { $from } }: EditorState): boolean =>
    $from.parent.type === nodes.heading && $from.parent.attrs['level'] === level;

/** Turns the block into a heading, and back. */
const titolo =
  (level: 3 | 4): Command =>
  (state, dispatch) =>
    setBlockType(heading(level)(state) ? nodes.paragraph : nodes.heading, heading(level)(state) ? null : { level })(state, dispatch);

/** Makes a list, and unmakes it. */
const lista =
  (name: 'bulletList' | 'orderedList'): Command =>
  (state, dispatch) =>
    within(name)(state)
      ? liftListItem(nodes.listItem)(state, dispatch)
      : wrapInList(nodes[name])(state, dispatch) || wrapIn(nodes[name])(state, dispatch);

export const COMANDI: readonly Comando[] = [
  { id: 'bold', label: 'Grassetto', icona: 'bold', run: toggleMark(marks.bold), active: marked('bold') },
  { id: 'italic', label: 'Corsivo', icona: 'italic', run: toggleMark(marks.italic), active: marked('italic') },
  { id: 'h3', label: 'Titolo', icona: 'title', run: titolo(3), active: heading(3) },
  { id: 'h4', label: 'Sottotitolo', icona: 'subtitle', run: titolo(4), active: heading(4) },
  { id: 'ul', label: 'Elenco puntato', icona: 'list', run: lista('bulletList'), active: within('bulletList') },
  { id: 'ol', label: 'Elenco numerato', icona: 'list-numbers', run: lista('orderedList'), active: within('orderedList') },
  { id: 'undo', label: 'Disfa l’ultima modifica', icona: 'undo', run: undo, active: null },
  { id: 'redo', label: 'Ripeti', icona: 'redo', run: redo, active: null },
];

/** Marks that need something written: an address, a reason. */
export const hasMark = marked;

export function setMark(name: 'link' | 'omissis', value: string): Command {
  const attrs = name === 'link' ? { href: value } : { motivo: value };
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    if (empty) return false;
    dispatch?.(state.tr.addMark(from, to, marks[name].create(attrs)).scrollIntoView());
    return true;
  };
}

export function unsetMark(name: 'link' | 'omissis'): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    dispatch?.(state.tr.removeMark(from, to, marks[name]));
    return true;
  };
}
