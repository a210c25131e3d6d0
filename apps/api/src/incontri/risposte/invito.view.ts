import type { InvitoIncontroView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { PUNTI, RIGA } from '../incontro/incontri.sql.js';
import { ORDINE_POSTI, POSTO, vistaPosto, type RigaPosto } from '../inviti/inviti.queries.js';

type Incontro = InvitoIncontroView['incontro'] & { ambitoNome: string; ambitoSlug: string; online: boolean };

/** The seats for which the mailbox of the invitation `id` was called, that of the link first. */
const POSTI = `SELECT ${POSTO}, i.nome, i.incontro_id AS "incontroId" FROM invitato io JOIN invitato i ON i.ambito_id = io.ambito_id AND i.incontro_id = io.incontro_id AND i.email = io.email
  JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id WHERE io.ambito_id = $1 AND io.id = $2 ORDER BY i.id <> io.id, ${ORDINE_POSTI}`;

/** What an invited person finds behind their link. @throws ProblemError `invito.revocato` when they do not sit there any more */
export async function leggiInvito(db: EntityManager, ambitoId: string, id: string): Promise<InvitoIncontroView> {
  const righe = await db.query<(RigaPosto & { nome: string; incontroId: string })[]>(POSTI, [ambitoId, id]);
  if (righe.length === 0) throw new ProblemError('collegamento.non_valido');
  const [riga] = righe.filter(r => !r.revocato);
  if (riga === undefined) throw new ProblemError('invito.revocato');
  const [n] = await db.query<Incontro[]>(
    `SELECT ${RIGA}, n.link_video AS "linkVideo", n.motivazione, ${PUNTI}, a.nome AS "ambitoNome", a.slug AS "ambitoSlug" FROM incontro n JOIN ambito a ON a.id = n.ambito_id WHERE n.ambito_id = $1 AND n.id = $2`,
    [ambitoId, riga.incontroId],
  );
  if (n === undefined) throw new ProblemError('collegamento.non_valido');
  const { risposta, azioni, supplente } = vistaPosto(riga);
  const verbaleFinoAt = await verbaleFino(db, ambitoId, id);
  return {
    persona: { nome: riga.nome, ruolo: riga.ruolo, ente: riga.ente },
    risposta,
    azioni,
    supplente,
    posti: righe.filter(r => !r.revocato).map(vistaPosto),
    incontro: dellIncontro(n),
    ambito: { nome: n.ambitoNome, slug: n.ambitoSlug },
    verbaleFinoAt,
  };
}

/** Until when who was called in a seat may correct the verbale, which is behind the same link. */
async function verbaleFino(db: EntityManager, ambitoId: string, id: string): Promise<string | null> {
  const [row] = await db.query<{ fino: string }[]>(
    `SELECT ${iso('v.revisione_fino_at')} AS fino FROM invitato i JOIN verbale v ON v.ambito_id = i.ambito_id AND v.incontro_id = i.incontro_id AND v.stato = 'in_revisione'
     WHERE i.ambito_id = $1 AND i.id = $2 AND i.rappresentante_id IS NOT NULL AND v.revisione_fino_at > now()`,
    [ambitoId, id],
  );
  return row?.fino ?? null;
}

/** Without what is not of the incontro, or not for who is called: the address of the video says whether there is one. */
const dellIncontro = ({
  ambitoNome: _nome,
  ambitoSlug: _slug,
  online: _online,
  punti,
  ...incontro
}: Incontro): InvitoIncontroView['incontro'] => ({
  ...incontro,
  punti: punti.map(({ titolo, minuti, relatore, soloDiscussione }) => ({ titolo, minuti, relatore, soloDiscussione })),
});
