import { conEnte, type ChiaveFase } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';

/** Phases in which the accordo is signed. */
const FASI_DI_FIRMA = ['approvazione', 'accordo'] as const satisfies readonly ChiaveFase[];

/** Who has not signed, while the accordo or the approval is under way. */
export const FIRMA_MANCANTE: Attesa = {
  tipo: 'firma_mancante',
  sql: () => `SELECT ${riga({ oggetto: 's.id', nome: 's.ente', altro: 's.carica' })} FROM firmatario s WHERE s.ambito_id = $1 AND s.stato = 'da_raccogliere'
      AND EXISTS (SELECT 1 FROM fase f WHERE f.ambito_id = s.ambito_id AND f.iter_id = s.iter_id AND f.chiave IN ${fra(FASI_DI_FIRMA)} AND f.stato = 'in_corso')`,
  testo: r => `Manca la firma di ${r.nome} (${r.altro ?? ''}).`,
  percorso: () => 'area/iter/accordo',
  compito: {
    permesso: 'firmatario.firma',
    nome: { una: 'firma da raccogliere', molte: 'firme da raccogliere', genere: 'f' },
    voce: r => `${r.nome} (${r.altro ?? ''})`,
    elenco: 'area/iter/accordo',
  },
  manca: {
    tipo: 'firma_mancante',
    chi: () =>
      `(SELECT jsonb_build_array(jsonb_build_object('name', coalesce(s.persona, s.carica || ', ' || s.ente), 'address', s.email)) FROM firmatario s WHERE s.ambito_id = $1 AND s.id = m.oggetto)`,
    sollecito: r => ({
      oggetto: 'Accordo di programma: manca la tua firma',
      testo: `per l’accordo di programma del Piano manca ancora la firma ${conEnte('di', r.nome)}.\n\nPuoi farci sapere quando sarà possibile?`,
    }),
    collegamento: () => 'iter',
  },
};
