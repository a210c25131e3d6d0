import { ORIGINI_INCARICO, RUOLI_DALL_AMBITO, RUOLO, type OrigineIncarico } from '../permissions/ruoli.js';
import { campo, campoFacoltativo, type DefinizioneTipo } from './campo.js';

const RUOLI = Object.fromEntries(RUOLI_DALL_AMBITO.map(ruolo => [ruolo, RUOLO[ruolo].etichetta]));
const ORIGINE: Readonly<Record<OrigineIncarico, string>> = { atto: 'Atto dell’ambito', scelta_del_tavolo: 'Scelta del tavolo' };
const GIORNO = { come: { forma: 'giorno' } } as const;

/** The roles that the office gives, as `IncaricoInput` writes them; the tavolo is told by its name. */
export const INCARICHI: DefinizioneTipo = {
  nome: 'Incarichi',
  descrizione: 'Una riga per ogni incarico. Si riconosce da indirizzo e-mail, incarico e tavolo.',
  chiave: 'email',
  campi: [
    campo('email', 'E-mail', 'l’indirizzo della persona: chi non ha un account viene invitato lì', 'prova.esempio@esempio.it', {
      altriNomi: ['mail', 'posta elettronica', 'indirizzo email', 'email'],
    }),
    campo('ruolo', 'Incarico', `uno tra: ${Object.values(RUOLI).join(', ')}`, RUOLO.referente.etichetta, {
      come: { forma: 'scelta', valori: RUOLI },
      altriNomi: ['ruolo'],
    }),
    campoFacoltativo('tavolo', 'Tavolo', 'il nome o il codice del tavolo, per gli incarichi che sono di un tavolo', 'Famiglia e minori', {
      altriNomi: ['nome tavolo'],
    }),
    campoFacoltativo('origine', 'Nasce da', 'da che cosa nasce l’incarico di chi coordina un tavolo', '', {
      come: { forma: 'scelta', valori: Object.fromEntries(ORIGINI_INCARICO.map(o => [o, ORIGINE[o]])) },
      altriNomi: ['origine'],
    }),
    campoFacoltativo('atto.numero', 'Numero dell’atto', 'il numero dell’atto che affida l’incarico', '152', {
      altriNomi: ['atto', 'determina'],
    }),
    campoFacoltativo('atto.data', 'Data dell’atto', 'la sua data', '08/01/2026', { ...GIORNO, altriNomi: ['data atto'] }),
    campoFacoltativo('dal', 'Comincia', 'il primo giorno: se manca, oggi', '', { ...GIORNO, altriNomi: ['dal', 'inizio'] }),
    campoFacoltativo('scadeIl', 'Ultimo giorno', 'l’ultimo giorno: se manca, un anno dopo il primo', '', {
      ...GIORNO,
      altriNomi: ['al', 'fine', 'scadenza'],
    }),
    campoFacoltativo('comuneDi', 'Lavora per', 'il comune o l’ente per cui la persona lavora', 'Comune di Crosia', {
      altriNomi: ['comune', 'ente di appartenenza'],
    }),
  ],
  gruppi: ['atto'],
  titolo: celle => `${celle['email'] ?? ''}, ${celle['ruolo'] ?? ''}${celle['tavolo'] ? ` · ${celle['tavolo']}` : ''}`,
  messaggi: 'chi riceve l’incarico lo viene a sapere; chi non ha un account riceve il collegamento per crearlo e prendere l’incarico',
};
