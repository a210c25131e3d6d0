import { conData } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';
import { nellAmbito } from '../destinatari.js';
import { RIESAME_APERTO, RIESAME_IN_TEMPO } from './contributo.sql.js';

const aspettava = (entro: Date | null): string =>
  entro === null ? 'aspetta una decisione' : `aspettava una decisione ${conData('entro il', entro)}`;

/** Reviews that nobody has decided on by the day that who asked was told. */
export const RIESAME_IN_RITARDO: Attesa = {
  tipo: 'riesame_in_ritardo',
  sql: () => `SELECT ${riga({ oggetto: 'c.id', tavolo: 'c.tavolo_id', nome: `c.testi->>'titolo'`, altro: 'c.codice', dal: 'c.riesame_entro_at', entro: 'c.riesame_entro_at' })}
    FROM contributo c WHERE c.ambito_id = $1 AND ${RIESAME_APERTO} AND NOT ${RIESAME_IN_TEMPO}`,
  testo: r => `Il riesame del contributo «${r.nome}» ${aspettava(r.dal)}.`,
  percorso: r => `area/contributi-ricevuti/${r.oggettoId}`,
  compito: {
    permesso: 'contributo.decidi_riesame',
    nome: { una: 'riesame oltre il termine', molte: 'riesami oltre il termine', genere: 'm' },
    voce: r => r.nome,
    elenco: 'area/contributi-ricevuti?aperti=true',
    aNumero: t => `area/contributi-ricevuti?tavolo=${t.id}&aperti=true`,
  },
  manca: {
    tipo: 'riesame_in_ritardo',
    chi: () => nellAmbito('contributo.decidi_riesame'),
    sollecito: r => ({
      oggetto: `Un riesame aspetta una decisione: ${r.altro ?? ''}`,
      testo: `il riesame del contributo «${r.nome}» (${r.altro ?? ''}) ${aspettava(r.dal)}.\n\nPuoi occupartene?`,
    }),
  },
};
