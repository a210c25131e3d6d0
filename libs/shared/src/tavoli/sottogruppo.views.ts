import * as z from 'zod';
import { membroView } from '../incontri/incontro.views.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { tavoloBreveView } from './tavolo-breve.views.js';

/** A sottogruppo among those of its tavolo; days are `YYYY-MM-DD`. */
export const sottogruppoBreveView = tavoloBreveView.extend({
  /** It is closed since that day; null: it goes on. */
  chiusoIl: z.string().nullable(),
});
export type SottogruppoBreve = Reads<typeof sottogruppoBreveView>;

/** As the public page of its tavolo tells it. */
export const sottogruppoPubblicoView = sottogruppoBreveView.extend({
  scopo: z.string(),
  iniziaIl: z.string(),
  finisceIl: z.string().nullable(),
  /** The enti of who is in it. */
  enti: z.array(z.string()),
  prossimo: z.strictObject({ id: identifier, titolo: z.string(), inizioAt: instant }).nullable(),
});
export type SottogruppoPubblicoView = Reads<typeof sottogruppoPubblicoView>;

/** GET …/tavoli/:tavolo/sottogruppi: for who leads the tavolo. */
export const sottogruppiView = z.strictObject({
  items: z.array(
    sottogruppoBreveView.extend({
      scopo: z.string(),
      iniziaIl: z.string(),
      finisceIl: z.string().nullable(),
      /** Who is in it and sits at the tavolo now. */
      membri: z.array(identifier),
      version,
    }),
  ),
  /** Who sits at the tavolo, to choose from. */
  siedono: z.array(membroView),
});
export type SottogruppiView = Reads<typeof sottogruppiView>;
export type SottogruppoView = SottogruppiView['items'][number];
