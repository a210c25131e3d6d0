import { randomUUID } from 'node:crypto';
import type { CanaleContributo, ContributoRaccoltoInput, RegoleContributi, TestiContributo } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { comuneNelGiorno } from '../../ambiti/comuni.sql.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import { hashSecret } from '../../platform/tokens/secret.js';
import { nuovoCodice } from './codice.js';

/** Who a contributo comes from; `confermato`: the address needs no mail to be believed, or there is none. */
export interface Mittente {
  readonly nome: string | null;
  readonly email: string | null;
  readonly accountId: string | null;
  readonly confermato: boolean;
}

export type Nascente = Omit<ContributoRaccoltoInput, 'canale' | 'autore'> & {
  readonly ambitoId?: string;
  readonly tavoloId: string;
  readonly canale: CanaleContributo;
  readonly regole: RegoleContributi;
  readonly mittente: Mittente;
  readonly raccoltoDa: string | null;
};

/** Answers with the words of the question as they were when it was answered; those to questions that are no more are kept too, without. */
export function testiDi(input: Pick<Nascente, 'titolo' | 'testo' | 'risposte'>, { domande }: RegoleContributi): TestiContributo {
  const risposte = input.risposte.map(({ domandaId, testo }) => ({
    domanda: domande.find(d => d.id === domandaId)?.testo ?? 'Altro',
    testo,
  }));
  return { titolo: input.titolo, testo: input.testo, risposte };
}

/** Writes it, still to be confirmed, with its files. @throws ProblemError `contributo.comune_estraneo`, `contributo.allegato_mancante` */
export async function nasceContributo(db: EntityManager, n: Nascente): Promise<{ id: string; codice: string }> {
  await demandComune(db, n);
  const id = randomUUID();
  const codice = await inserisci(db, id, n);
  await prendiAllegati(db, n, id);
  return { id, codice };
}

/** A code that is taken already is another draw. */
async function inserisci(db: EntityManager, id: string, n: Nascente): Promise<string> {
  for (;;) {
    const rows = await db.query<{ codice: string }[]>(
      `INSERT INTO contributo (ambito_id, id, tavolo_id, codice, stato, canale, tipo, comune, zona, testi, provenienza, provenienza_nome, mostra_nome, autore_nome, autore_email, account_id, raccolto_da)
       VALUES ($1, $2, $3, $4, 'da_confermare', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT (ambito_id, codice) DO NOTHING RETURNING codice`,
      [
        n.ambitoId,
        id,
        n.tavoloId,
        nuovoCodice(),
        n.canale,
        n.tipo,
        n.comune,
        n.zona,
        JSON.stringify(testiDi(n, n.regole)),
        n.provenienza.tipo,
        n.provenienza.nome,
        n.mostraNome,
        n.mittente.nome,
        n.mittente.email,
        n.mittente.accountId,
        n.raccoltoDa,
      ],
    );
    if (rows[0]) return rows[0].codice;
  }
}

async function demandComune(db: EntityManager, { ambitoId, comune }: Nascente): Promise<void> {
  if (comune === null) return;
  const found = await db.query<unknown[]>(`SELECT 1 FROM comune k WHERE k.ambito_id = $1 AND k.istat = $2 AND ${comuneNelGiorno('k')}`, [
    ambitoId,
    comune,
  ]);
  if (found.length === 0) throw fieldProblem('contributo.comune_estraneo', '/comune');
}

async function prendiAllegati(db: EntityManager, { ambitoId, allegati }: Nascente, id: string): Promise<void> {
  const chiavi = [...new Set(allegati)];
  if (chiavi.length === 0) return;
  const [rows] = await db.query<[unknown[], number]>(
    'UPDATE contributo_file SET contributo_id = $2 WHERE ambito_id = $1 AND contributo_id IS NULL AND chiave_hash = ANY($3::bytea[]) RETURNING id',
    [ambitoId, id, chiavi.map(hashSecret)],
  );
  if (rows.length !== chiavi.length) throw fieldProblem('contributo.allegato_mancante', '/allegati');
}
