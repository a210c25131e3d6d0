import type { CanaleContributo, TestiContributo, TipoContributo } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { canonical, sha256 } from '../../platform/registro/canonical.js';
import { leggiTempi } from '../regole/regole.js';

/** What the receipt of a contributo says. No e-mail: it is printed at desks. */
export interface RicevutaContributo {
  readonly codice: string;
  readonly ambito: { readonly nome: string; readonly capofila: string };
  readonly tavolo: string;
  readonly tipo: TipoContributo;
  readonly canale: CanaleContributo;
  readonly raccoltoDa: string | null;
  readonly inviatoAt: Date;
  readonly daConfermare: boolean;
  readonly testi: TestiContributo;
  readonly allegati: readonly string[];
  readonly giorniModerazione: number;
  readonly giorniRisposta: number;
  /** SHA-256 of what was sent, 64 hexadecimal digits. */
  readonly impronta: string;
}

const SQL = `
  SELECT c.codice, jsonb_build_object('nome', a.nome_esteso, 'capofila', a.capofila) AS ambito, t.nome AS tavolo, c.tipo, c.canale, c.raccolto_da AS "raccoltoDa", c.inviato_at AS "inviatoAt",
    c.stato = 'da_confermare' AS "daConfermare", c.testi,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('nome', f.nome, 'sha256', f.sha256) ORDER BY f.caricato_at, f.id), '[]') FROM contributo_file f WHERE f.ambito_id = c.ambito_id AND f.contributo_id = c.id) AS files
  FROM contributo c JOIN ambito a ON a.id = c.ambito_id JOIN tavolo t ON t.ambito_id = c.ambito_id AND t.id = c.tavolo_id WHERE c.ambito_id = $1 AND c.id = $2`;

/** @throws ProblemError 404 */
export async function leggiRicevuta(db: EntityManager, ambitoId: string, id: string): Promise<RicevutaContributo> {
  const [row] = await db.query<
    (Omit<RicevutaContributo, 'allegati' | 'impronta' | 'giorniModerazione' | 'giorniRisposta'> & {
      files: { nome: string; sha256: string }[];
    })[]
  >(SQL, [ambitoId, id]);
  if (!row) throw new ProblemError('risorsa.non_trovata');
  const { files, ...data } = row;
  const { giorniModerazione, giorniRisposta } = await leggiTempi(db, ambitoId);
  const sent = { id, codice: data.codice, tavolo: data.tavolo, testi: data.testi, files, inviatoAt: data.inviatoAt.toISOString() };
  return {
    ...data,
    allegati: files.map(f => f.nome),
    giorniModerazione,
    giorniRisposta,
    impronta: sha256(canonical(sent)).toString('hex'),
  };
}
