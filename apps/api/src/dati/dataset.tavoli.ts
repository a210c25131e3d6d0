import type { DefinizioneDataset } from './definizione.js';
import { colonna, istante, uniti } from './dataset.sql.js';
import { siedePer } from '../posti/siede.sql.js';
import { radice } from '../tavoli/tavolo.sql.js';

export const TAVOLI: DefinizioneDataset = {
  titolo: 'Tavoli',
  descrizione: 'I tavoli dell’ambito, con lo scopo, le aree di cui si occupano e quanti enti vi siedono.',
  colonne: [
    colonna('codice', 'Codice del tavolo.', 't.codice'),
    colonna('nome', 'Nome del tavolo.', 't.nome'),
    colonna('scopo', 'Di che cosa si occupa.', 't.scopo'),
    colonna(
      'aree',
      'Aree tematiche, separate da « | ».',
      `(SELECT ${uniti('ar.nome', 'ar.ordine')} FROM tavolo_area ta JOIN area_tematica ar ON ar.ambito_id = ta.ambito_id AND ar.id = ta.area_id WHERE ta.ambito_id = t.ambito_id AND ta.tavolo_id = t.id)`,
    ),
    colonna(
      'enti',
      'Enti che siedono al tavolo.',
      `(SELECT count(*)::int FROM designazione d WHERE d.ambito_id = t.ambito_id AND d.tavolo_id = t.id AND ${siedePer('d')})`,
    ),
    colonna(
      'sottogruppi',
      'Sottogruppi che lavorano per il tavolo, separati da « | »: non sono tavoli, e non si contano.',
      `(SELECT ${uniti('g.nome', 'g.codice')} FROM tavolo g WHERE g.ambito_id = t.ambito_id AND g.padre_id = t.id AND g.chiuso_il IS NULL)`,
    ),
    colonna('pagina', 'Percorso della pagina sul portale.', `'/' || a.slug || '/tavoli/' || t.slug`),
  ],
  from: 'tavolo t JOIN ambito a ON a.id = t.ambito_id',
  where: `t.ambito_id = $1 AND ${radice('t')}`,
  chiave: [
    ['t.codice', 'text'],
    ['t.id', 'uuid'],
  ],
};

/** Names only of people who gave their consent, as on the page of the tavolo. */
export const RAPPRESENTANTI: DefinizioneDataset = {
  titolo: 'Rappresentanti',
  descrizione: 'Chi siede ai tavoli per ciascun ente. Ci sono solo le persone che hanno dato il consenso.',
  colonne: [
    colonna('tavolo', 'Nome del tavolo.', 't.nome'),
    colonna('ente', 'Denominazione dell’ente.', 'e.denominazione'),
    colonna('veste', 'In qualità di che cosa siede: componente, istituzionale, osservatore o consultivo.', 'd.veste'),
    colonna('ruolo', 'Titolare o supplente.', 'r.ruolo'),
    colonna('nome', 'Nome della persona.', 'r.nome'),
    colonna('cognome', 'Cognome della persona.', 'r.cognome'),
    istante('dal', 'Quando la designazione è stata accettata.', 'd.accettata_at'),
  ],
  from: `rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id`,
  where: `r.ambito_id = $1 AND ${siedePer('d')} AND r.consenso = 'dato'`,
  chiave: [['r.id', 'uuid']],
};
