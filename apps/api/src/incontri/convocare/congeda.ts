import { cambioUrgente } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import { siedeAncora } from '../../posti/siede.sql.js';
import { leggiIncontro } from '../incontro/incontri.data.js';
import { ATTIVO, caselleDi, COLONNE_INVITATO, creaSegretiInvito, leggiInvitati, type Invitato } from '../incontro/invitati.js';
import { emailNonPiuInvitato, emailSubentro } from '../inviti/convocazioni.emails.js';
import type { Atto } from '../inviti/incontri.emails.js';

/** What of a transaction they need who tell calendars: a command, or work by the clock. */
type Corrente = Pick<Tx, 'db' | 'ambitoId' | 'email'>;

/** Of the portal, for the links of mails and calendars. */
export interface Portale {
  readonly origin: string;
  /** How many incontri of a series are called by the same act; one alone is no series. */
  readonly insieme?: number;
}

type Uscito = Invitato & { readonly incontroId: string; readonly resta: boolean };

/** Takes calls back, of what is still to be held: those that `chi` tells, and that stand. */
const esce = (chi: string): string => `
  UPDATE invitato i SET revocato_at = now(), passaggi = i.passaggi + 1 FROM incontro n
  WHERE i.ambito_id = $1 AND i.revocato_at IS NULL AND ${chi}
    AND n.ambito_id = i.ambito_id AND n.id = i.incontro_id AND n.stato = 'convocato' AND n.inizio_at > now()
  RETURNING ${COLONNE_INVITATO}, i.incontro_id AS "incontroId"`;

/** The seats of the ente `$2` in which nobody sits any more. */
const ESCI = esce(`i.ente_id = $2 AND i.rappresentante_id IS NOT NULL AND NOT ${siedeAncora('i')}`);
/** Whoever followed the tavolo `$2`, at the address `$3`. */
const ESCE_OSSERVATORE = esce(`i.tavolo_id = $2 AND i.email = $3 AND i.ruolo = 'osservatore'`);

/** After whoever followed a tavolo without a seat follows it no more. */
export async function congedaOsservatore(tx: Corrente, origin: string, tavoloId: string, email: string): Promise<void> {
  const [usciti] = await tx.db.query<[Omit<Uscito, 'resta'>[], number]>(ESCE_OSSERVATORE, [tx.ambitoId, tavoloId, email]);
  await saluta(tx, origin, usciti);
}

/**
 * After an act that ends or suspends seats of an ente: who was called for one of them is not expected any more, and is told at once, so that
 * calendars forget the incontro. Who is called for other seats too keeps it. A seat that comes back is among those to be called.
 */
export async function congeda(tx: Corrente, origin: string, enteId: string): Promise<void> {
  const [usciti] = await tx.db.query<[Omit<Uscito, 'resta'>[], number]>(ESCI, [tx.ambitoId, enteId]);
  await saluta(tx, origin, usciti);
}

/** They are not expected any more, and are told. */
async function saluta(tx: Corrente, origin: string, usciti: readonly Omit<Uscito, 'resta'>[]): Promise<void> {
  for (const [incontroId, posti] of Map.groupBy(usciti, u => u.incontroId)) {
    const dati = await leggiIncontro(tx.db, tx.ambitoId, incontroId);
    if (dati === null) continue;
    const restano = await tx.db.query<{ email: string }[]>(
      `SELECT DISTINCT i.email FROM invitato i WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND ${ATTIVO}`,
      [tx.ambitoId, incontroId],
    );
    const fuori = posti.filter(p => !restano.some(r => r.email === p.email)).map(p => ({ ...p, passaggi: p.passaggi + 1 }));
    const atto = { dati, origin, segreti: new Map<string, string>(), urgente: false, motivazione: null };
    tx.email(...emailNonPiuInvitato(atto, caselleDi(fuori)));
    await subentrano(tx, { ...atto, urgente: cambioUrgente(dati.now, dati.inizioAt) }, posti);
  }
}

/** Of seats whose titolare is called no more: the supplenti that are called are expected from now on, and are told so. */
async function subentrano(tx: Corrente, atto: Atto, usciti: readonly Invitato[]): Promise<void> {
  const lasciati = usciti.filter(u => u.ruolo === 'titolare' && u.risposta !== 'passa');
  if (lasciati.length === 0) return;
  const restano = await leggiInvitati(tx.db, tx.ambitoId, atto.dati.id);
  const stesso = (a: Invitato) => (b: Invitato) => a.tavoloId === b.tavoloId && a.enteId === b.enteId;
  const presi = restano.filter(
    i => i.ruolo === 'supplente' && lasciati.some(stesso(i)) && !restano.some(t => t.ruolo === 'titolare' && stesso(i)(t)),
  );
  if (presi.length === 0) return;
  await tx.db.query('UPDATE invitato SET passaggi = passaggi + 1 WHERE ambito_id = $1 AND id = ANY($2::uuid[])', [
    tx.ambitoId,
    presi.map(i => i.id),
  ]);
  const segreti = await creaSegretiInvito(tx.db, tx.ambitoId, presi);
  const caselle = caselleDi(restano).filter(c => c.posti.some(p => presi.some(i => i.id === p.id)));
  tx.email(
    ...emailSubentro(
      { ...atto, segreti },
      caselle.map(c => ({ ...c, passaggi: c.passaggi + 1 })),
    ),
  );
}
