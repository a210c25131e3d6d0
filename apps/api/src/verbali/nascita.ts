import { randomUUID } from 'node:crypto';
import { conDataOra, DOCUMENTO_VUOTO, formatDataOra, PUNTO_IMPEGNI, type Documento, type Quorum, type TipoSezione } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { portaContributi } from '../contributi/contributo/legami.sql.js';
import { impegniAperti } from '../impegni/aperti.js';
import { luogoDi } from '../incontri/incontro/incontro.parole.js';
import { leggiIncontro, type DatiIncontro } from '../incontri/incontro/incontri.data.js';

interface Sezione {
  readonly tipo: TipoSezione;
  readonly puntoId: string | null;
  readonly titolo: string;
  readonly documento: Documento;
  readonly quorum: Quorum | null;
}

interface Punto {
  readonly id: string;
  readonly titolo: string;
  readonly quorum: Quorum | null;
  readonly aggiunto: Date | null;
  readonly soloDiscussione: boolean;
}

const CHIUSURA: Sezione = { tipo: 'chiusura', puntoId: null, titolo: 'Chiusura', documento: DOCUMENTO_VUOTO, quorum: null };

const paragrafo = (text: string): Documento => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

const apertura = (dati: DatiIncontro): Sezione => ({
  tipo: 'apertura',
  puntoId: null,
  titolo: 'Apertura',
  documento: paragrafo(`L’incontro «${dati.titolo}» era convocato per ${formatDataOra(dati.inizioAt)}. Luogo: ${luogoDi(dati)}.`),
  quorum: null,
});

/** What the verbale begins with of a punto that was added too late to be decided on. */
const avvertenza = ({ aggiunto, soloDiscussione }: Punto): Documento =>
  aggiunto !== null && soloDiscussione
    ? paragrafo(
        `Punto aggiunto alla convocazione ${conDataOra('il', aggiunto)}, senza il preavviso che serve per decidere: si discute, non si decide.`,
      )
    : DOCUMENTO_VUOTO;

const delPunto = (punto: Punto, aperti: Documento): Sezione => ({
  tipo: 'punto',
  puntoId: punto.id,
  titolo: punto.titolo,
  documento: punto.titolo === PUNTO_IMPEGNI ? aperti : avvertenza(punto),
  quorum: punto.quorum,
});

/** Writes the verbale of an incontro, half of it already there: an opening that says for when and where it was called (never when it began: that is written), one section for each punto, a closing. */
export async function nasceVerbale(db: EntityManager, ambitoId: string, incontroId: string): Promise<string> {
  const id = randomUUID();
  const dati = await leggiIncontro(db, ambitoId, incontroId);
  if (dati === null) throw new Error('The incontro of this verbale is gone.');
  await db.query(`INSERT INTO verbale (ambito_id, id, incontro_id, tavolo_id, stato) VALUES ($1, $2, $3, $4, 'bozza')`, [
    ambitoId,
    id,
    incontroId,
    dati.tavoloId,
  ]);
  const punti = await db.query<Punto[]>(
    'SELECT id, titolo, quorum, aggiunto_at AS aggiunto, solo_discussione AS "soloDiscussione" FROM incontro_punto WHERE ambito_id = $1 AND incontro_id = $2 ORDER BY ordine',
    [ambitoId, incontroId],
  );
  const aperti = punti.some(p => p.titolo === PUNTO_IMPEGNI) ? await impegniAperti(db, ambitoId, incontroId) : DOCUMENTO_VUOTO;
  const sezioni = [apertura(dati), ...punti.map(p => delPunto(p, aperti)), CHIUSURA];
  await db.query(
    `INSERT INTO verbale_sezione (ambito_id, id, verbale_id, ordine, tipo, punto_id, titolo, documento, quorum)
     SELECT $1, gen_random_uuid(), $2, x.n - 1, x.s->>'tipo', (x.s->>'puntoId')::uuid, x.s->>'titolo', x.s->'documento', nullif(x.s->'quorum', 'null') FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS x (s, n)`,
    [ambitoId, id, JSON.stringify(sezioni)],
  );
  await portaContributi(db, ambitoId, id);
  return id;
}
