import { conDataOra } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';

/** Who sits at the tavolo is asked what they think of its work, until the last moment for it. */
export const CONSULTAZIONE_APERTA: Attesa = {
  tipo: 'consultazione_aperta',
  sql: () => `SELECT ${riga({ oggetto: 'l.id', tavolo: 'l.tavolo_id', nome: 'l.titolo', dal: 'l.consultato_at', entro: 'l.consultazione_fino_at' })} FROM elaborato l
    WHERE l.ambito_id = $1 AND l.stato = 'in_consultazione' AND coalesce(l.consultazione_fino_at > now(), true)`,
  testo: r => `Leggi «${r.nome}»: puoi commentare${r.entro === null ? '' : ` ${conDataOra('fino al', r.entro)}`}.`,
  percorso: r => `area/elaborati/${r.oggettoId}`,
  compito: {
    permesso: 'elaborato.commenta',
    solo: ['seggio'],
    nome: { una: 'consultazione aperta', molte: 'consultazioni aperte', genere: 'f' },
    voce: r => r.nome,
  },
};
