import { AZIONI_INVITO, conDataOra, INVITATI_SENZA_POSTO, type AzioneInvito } from '@tavoli/shared';
import { ATTIVO, atteso } from '../../../incontri/incontro/invitati.js';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';

/** The answers that take no more than a press. */
const RISPOSTE: readonly AzioneInvito[] = AZIONI_INVITO.filter(azione => azione !== 'passa');

/** Calls to the reader, seat by seat, that they have not answered. Who leads the incontro was called too, and needs not say so. */
export const CONVOCAZIONE_DA_RISPONDERE: Attesa = {
  tipo: 'convocazione_da_rispondere',
  sql: () => `SELECT ${riga({ oggetto: 'n.id', tavolo: 'i.tavolo_id', nome: 'n.titolo', altro: 'i.id', dal: 'n.convocato_at', entro: 'n.inizio_at' })}
    FROM account a JOIN invitato i ON i.email = a.email JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id AND n.stato = 'convocato' AND n.inizio_at > now()
    WHERE i.ambito_id = $1 AND a.id = $2::uuid AND a.email_confermata_at IS NOT NULL AND ${ATTIVO} AND i.risposta = 'in_attesa' AND (i.ente_id IS NOT NULL OR i.ruolo IN ${fra(INVITATI_SENZA_POSTO)}) AND ${atteso('i')}`,
  testo: r => `Rispondi alla convocazione di «${r.nome}»${r.entro === null ? '' : `, ${conDataOra('il', r.entro)}`}.`,
  percorso: r => `incontri/${r.oggettoId}`,
  compito: {
    permesso: 'incontro.rispondi',
    propria: true,
    nome: { una: 'convocazione a cui rispondere', molte: 'convocazioni a cui rispondere', genere: 'f', entro: 'comincia' },
    voce: r => `${r.nome}${r.entro === null ? '' : `, ${conDataOra('il', r.entro)}`}`,
    qui: { cosa: 'invito', azioni: () => RISPOSTE },
  },
};
