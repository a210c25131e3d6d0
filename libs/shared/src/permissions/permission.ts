import type { AzioneCommento } from '../elaborati/elaborato.states.js';
import type { AzioneCorrezione } from '../verbali/verbale.states.js';
import type { PermessoDiPasso } from './procedure.js';

/** Everything anyone can do. Steps of a procedure come from its transition table: a new step without a row below does not compile. */
export type Permission =
  | PermessoDiPasso
  | `designazione.${'crea' | 'modifica' | 'correggi' | 'elimina' | 'vedi' | 'elenca' | 'esporta' | 'registra_dimissioni'}`
  | `decadenza.${'valuta' | 'proponi' | 'declina' | 'apri' | 'vedi' | 'elenca'}`
  | `consenso.${'vedi'}`
  | `diretto.${'crea' | 'elenca'}`
  | `nomina.${'vedi'}`
  | `ente.${'istruisci' | 'registra' | 'modifica' | 'correggi_identita' | 'vedi' | 'elenca' | 'chiedi_ingresso'}`
  | `operatore.${'invita' | 'vedi_invito' | 'accetta_invito' | 'accogli' | 'rimuovi'}`
  | `avviso.${'segui' | 'pubblica_elenco' | 'chiarisci' | 'rettifica' | 'crea' | 'modifica' | 'elimina' | 'vedi' | 'elenca'}`
  | `tavolo.${'conduci' | 'vedi' | 'crea' | 'modifica' | 'chiudi' | 'esporta_elenco' | 'regola' | 'partecipazione'}`
  | `componente.${'vedi'}`
  | `osservatore.${'chiedi' | 'elenca'}`
  | `proposta.${'fai' | 'mie' | 'elenca'}`
  | `disponibilita.${'crea' | 'elenca' | 'vedi'}`
  | `disponibile.${'vedi' | 'rispondi'}`
  | `sottogruppo.${'crea' | 'componi' | 'chiudi' | 'lascia'}`
  | `incontro.${'affida_verbale' | 'presenzia' | 'crea' | 'crea_plenaria' | 'modifica' | 'elimina' | 'elenca' | 'vedi' | 'prepara' | 'rileva' | 'segui' | 'rispondi' | 'consenti' | 'esporta'}`
  | `invito.${'vedi' | 'leggi_verbale' | 'proponi_correzione'}`
  | `verbale.${'approva_per_ambito' | 'crea' | 'scrivi' | 'leggi' | 'leggi_pubblico' | 'elenca' | 'proponi' | 'rettifica'}`
  | `correzione.${AzioneCorrezione}`
  | `piano.${'vedi' | 'prepara' | 'modifica' | 'compila' | 'consegna'}`
  | `oscuramento.${'vedi' | 'esegui' | 'riprendi' | 'originale'}`
  | `verifica.${'chiedi'}`
  | `sigillo.${'vedi'}`
  | `ricerca.${'cerca' | 'cose'}`
  | `dato.${'vedi'}`
  | `seguito.${'chiedi' | 'gestisci'}`
  | `impegno.${'elenca' | 'aggiorna'}`
  | `contributo.${'invia' | 'raccogli' | 'conferma' | 'elenca' | 'vedi' | 'cerca' | 'miei' | 'ricevuti' | 'coda' | 'gestisci' | 'ometti' | 'sposta' | 'collega' | 'decidi_riesame' | 'regola' | 'regola_tempi'}`
  | `autore.${'vedi'}`
  | `elaborato.${'crea' | 'modifica' | 'elimina' | 'scrivi' | 'leggi' | 'leggi_pubblico' | 'elenca' | 'commenta'}`
  | `commento.${AzioneCommento}`
  | `consultazione.${'vedi' | 'commenta'}`
  | `calendario.${'gestisci'}`
  | `promemoria.${'disiscrivi'}`
  | `cruscotto.${'oggi' | 'vedi' | 'vedi_tavolo' | 'sollecita'}`
  | `iter.${'vedi' | 'segui' | 'crea' | 'modifica'}`
  | `fase.${'cura' | 'crea' | 'modifica' | 'elimina'}`
  | `atto.${'vedi' | 'crea' | 'modifica' | 'elimina' | 'allega'}`
  | `firmatario.${'crea' | 'modifica' | 'elimina'}`
  | `adesione.${'crea' | 'modifica' | 'elimina' | 'vedi' | 'elenca' | 'esporta'}`
  | `osservazione.${'vedi' | 'crea' | 'modifica' | 'allega'}`
  | `protocollo.${'vedi' | 'scrivi' | 'correggi' | 'togli'}`
  | `incarico.${'elenca' | 'assegna' | 'termina'}`
  | `caricamento.${'elenca' | 'vedi' | 'crea' | 'modifica' | 'elimina' | 'scrivi' | 'esporta'}`
  | `email.${'elenca' | 'rispedisci'}`
  | `registro.${'vedi'}`
  | `ambito.${'vedi' | 'crea' | 'modifica'}`
  | `segnalazione.${'invia' | 'elenca'}`
  | `comune.${'cerca'}`
  | `account.${'registra' | 'accedi' | 'gestisci'}`
  | `live.${'ascolta' | 'ambito' | 'tavolo' | 'ente' | 'seggio'}`
  | `installazione.${'vedi'}`
  | `demo.${'usa'}`;
