import type { ImprontaOscurata, TipoFileOscurabile, TipoOscurabile, TipoVivo } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';

interface Nuovo {
  readonly id: string;
  readonly tipo: TipoOscurabile;
  readonly oggettoId: string;
  /** The oscuramento that this one follows from. */
  readonly origine: string | null;
  readonly motivazione: string;
  readonly passaggi: number;
  readonly at: Date;
}

export async function scriviOscuramento(tx: Tx, ctx: RequestContext, o: Nuovo): Promise<void> {
  await tx.db.query(
    'INSERT INTO oscuramento (ambito_id, id, tipo, oggetto_id, origine_id, motivazione, passaggi, da, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.ambitoId, o.id, o.tipo, o.oggettoId, o.origine, o.motivazione, o.passaggi, ctx.actor.id, o.at],
  );
}

/** Where the page of a thing is, within the ambito, for kinds that have fingerprints. A file has the page of what it belongs to. */
const PAGINE: Readonly<Record<Exclude<TipoOscurabile, TipoVivo>, (id: string) => string>> = {
  verbale: id => `/verbali/${id}`,
  contributo: id => `/contributi/${id}`,
  elaborato: id => `/elaborati/${id}`,
  file_elaborato: id => `/elaborati/${id}`,
  file_incontro: id => `/incontri/${id}`,
  file_contributo: id => `/contributi/${id}`,
  file_avviso: id => `/avvisi/${id}`,
  file_piano: () => '/piano',
  file_firmato: () => '/piano',
  file_atto: () => '/iter',
};

/** What `/verifica` says of the old fingerprints. `paginaDi`: the id of the thing that has the page. */
export async function scriviImpronte(
  tx: Tx,
  oscuramentoId: string,
  tipo: TipoOscurabile,
  paginaDi: string,
  impronte: readonly ImprontaOscurata[],
): Promise<void> {
  if (impronte.length === 0) return;
  const percorso = PAGINE[tipo as keyof typeof PAGINE](paginaDi);
  for (const { vecchia, nuova } of impronte) {
    await tx.db.query(
      'INSERT INTO oscuramento_impronta (ambito_id, oscuramento_id, vecchia, nuova, percorso) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
      [tx.ambitoId, oscuramentoId, vecchia, nuova, percorso],
    );
  }
}

/** What the page where a file stood says of it: never which file, nor what it said. */
export async function scriviSegni(
  tx: Tx,
  oscuramentoId: string,
  sostituito: boolean,
  file: readonly (readonly [tipo: TipoFileOscurabile, paginaDi: string])[],
): Promise<void> {
  for (const percorso of new Set(file.map(([tipo, paginaDi]) => PAGINE[tipo](paginaDi))))
    await tx.db.query('INSERT INTO oscuramento_segno (ambito_id, oscuramento_id, percorso, sostituito) VALUES ($1, $2, $3, $4)', [
      tx.ambitoId,
      oscuramentoId,
      percorso,
      sostituito,
    ]);
}
