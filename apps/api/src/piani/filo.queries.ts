import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PUBBLICO, type ElaboratoRigaView, type FiloFonte, type FiloView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { cosa, fontiDi, type FonteDescritta } from '../elaborati/elaborato/fonti.tipi.js';
import { fontiPubbliche } from '../elaborati/elaborato/fonti.view.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { CORRENTE } from './piano/piani.sql.js';
import type { Lettore } from '../platform/procedura/kind.js';
import { TAVOLO_BREVE } from '../tavoli/tavolo.sql.js';

type Voce = FiloView['voci'][number];
type Row = Pick<ElaboratoRigaView, 'id' | 'titolo' | 'tipo' | 'tavolo'> & {
  allegato: string | null;
  fonti: FonteDescritta[];
  approvazione: FonteDescritta | null;
};

/** The decisione by which the tavolo approved is behind an elaborato too. */
const approvazione = (
  chi: Lettore,
): string => `(SELECT jsonb_build_object('id', l.id, 'tipo', f.tipo, 'oggettoId', f.oggetto_id, 'parteId', f.parte_id, 'decisione', f.decisione, 'inSezioneId', NULL, 'cosa', ${cosa(chi)})
  FROM (SELECT l.ambito_id, 'verbale' AS tipo, l.approvato_verbale_id AS oggetto_id, (l.approvazione->>'sezioneId')::uuid AS parte_id, (l.approvazione->>'decisione')::int AS decisione) f) AS approvazione`;

const accolti = (chi: Lettore): string => `
  SELECT l.id, l.titolo, l.tipo, ${TAVOLO_BREVE} AS tavolo, ${fontiDi(chi)}, ${approvazione(chi)},
    (SELECT g.numero FROM allegato g WHERE g.ambito_id = l.ambito_id AND g.piano_id = t.piano_id AND g.elaborato_id = l.id AND $3) AS allegato
  FROM elaborato l JOIN tavolo t ON t.ambito_id = l.ambito_id AND t.id = l.tavolo_id
  WHERE l.ambito_id = $1 AND t.piano_id = $2 AND l.stato = 'accolto'
  ORDER BY CASE l.tipo WHEN 'scheda_progetto' THEN 0 WHEN 'obiettivo' THEN 1 ELSE 2 END, t.codice, l.titolo, l.id`;

/** The thread of the Piano: what each accepted elaborato came from, and what came of each source. Two queries. */
@Injectable()
export class FiloQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Only what everyone may open: a source that is not public, or that is gone, is not told at all. */
  async filo(ctx: RequestContext): Promise<FiloView> {
    const { ambitoId } = placeOf(ctx);
    const [piano] = await this.db.query<(FiloView['piano'] & { id: string; stato: string })[]>(
      `SELECT p.id, p.stato, p.titolo, p.dal, p.al FROM piano_di_zona p WHERE ${CORRENTE}`,
      [ambitoId],
    );
    if (!piano) throw new ProblemError('risorsa.non_trovata');
    const args: unknown[] = [ambitoId, piano.id, piano.stato === 'pubblicato'];
    const rows = await this.db.query<Row[]>(accolti({ actor: PUBBLICO, ambitoId, args }), args);
    const voci = rows.map(voce);
    return { piano: { titolo: piano.titolo, dal: piano.dal, al: piano.al }, voci, ritorno: ritorno(voci) };
  }
}

function voce({ fonti, approvazione, allegato, ...elaborato }: Row): Voce {
  const tutte = [
    ...fontiPubbliche(fonti),
    ...fontiPubbliche(approvazione === null ? [] : [approvazione]).map(f => ({
      ...f,
      dettaglio: `Approvazione del tavolo: ${f.dettaglio ?? ''}`,
    })),
  ];
  return {
    elaborato,
    percorso: `elaborati/${elaborato.id}`,
    allegato,
    fonti: tutte.flatMap(({ tipo, oggettoId, titolo, dettaglio, percorso }) =>
      percorso === null ? [] : [{ tipo, oggettoId, titolo, dettaglio, percorso }],
    ),
  };
}

/** The thread the other way: each source once, with every elaborato that came from it. */
function ritorno(voci: readonly Voce[]): FiloView['ritorno'] {
  const found = new Map<string, FiloFonte & { elaborati: string[] }>();
  for (const { elaborato, fonti } of voci) {
    for (const fonte of fonti) {
      const known = found.get(fonte.percorso) ?? { ...fonte, dettaglio: null, elaborati: [] };
      if (!known.elaborati.includes(elaborato.id)) known.elaborati.push(elaborato.id);
      found.set(fonte.percorso, known);
    }
  }
  return [...found.values()].toSorted((a, b) => a.titolo.localeCompare(b.titolo, 'it') || a.oggettoId.localeCompare(b.oggettoId));
}
