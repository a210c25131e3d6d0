import type {
  AdesioneView,
  AzioneAdesione,
  AzioneFase,
  AzioneFirma,
  AzioneOsservazione,
  FaseView,
  FirmatarioView,
  OsservazioneView,
} from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';

export const AZIONI_FASE = {
  avvia: { label: 'Avvia la fase', titolo: 'Avviare la fase?', conferma: 'Avvia', fatto: 'Fase avviata.' },
  concludi: {
    label: 'Concludi la fase',
    titolo: 'Concludere la fase?',
    conferma: 'Concludi',
    motivo: f =>
      f.mancanti.length === 0
        ? null
        : {
            etichetta: 'Perché si conclude senza',
            aiuto: 'Resta scritto nel registro. Se gli atti arrivano dopo, potrai ancora aggiungerli.',
          },
    fatto: 'Fase conclusa.',
  },
  riapri: {
    label: 'Riapri la fase',
    tono: 'outline',
    titolo: 'Riaprire la fase?',
    conseguenza: 'La fase torna in corso.',
    conferma: 'Riapri',
    motivo: { aiuto: 'Resta scritta nel registro.' },
    fatto: 'Fase riaperta.',
  },
  salta: {
    label: 'Salta la fase',
    tono: 'danger',
    titolo: 'Saltare la fase?',
    conseguenza: 'La fase resta nell’elenco, come saltata.',
    conferma: 'Salta',
    motivo: { aiuto: 'La pagina pubblica la mostra.' },
    fatto: 'Fase saltata.',
  },
} as const satisfies Parole<AzioneFase, FaseView>;

export const AZIONI_ADESIONE = {
  invia: {
    label: 'Invia l’adesione',
    titolo: 'Inviare l’adesione?',
    conseguenza: 'Dopo l’invio non si modifica più: si può solo ritirare.',
    conferma: 'Invia',
    fatto: 'Adesione inviata.',
  },
  accogli: {
    label: 'Accogli',
    titolo: 'Accogliere l’adesione?',
    conseguenza: a => `La pagina pubblica dell’iter mostrerà ${a.ente.denominazione} e le sue risorse.`,
    fatto: 'Adesione accolta: ora la pagina dell’iter la mostra.',
  },
  respingi: {
    label: 'Non accogliere',
    tono: 'danger',
    titolo: 'Non accogliere l’adesione?',
    conseguenza: a => `${a.ente.denominazione} potrà prepararne un’altra.`,
    motivo: { aiuto: 'L’ente la legge.' },
    fatto: 'Adesione non accolta.',
  },
  ritira: {
    label: 'Ritira l’adesione',
    tono: 'danger',
    titolo: 'Ritirare l’adesione?',
    conseguenza: 'Se era stata accolta, non comparirà più nella pagina pubblica.',
    conferma: 'Ritira',
    motivo: { aiuto: 'La leggono gli uffici.' },
    fatto: 'Adesione ritirata.',
  },
} as const satisfies Parole<AzioneAdesione, AdesioneView>;

export const AZIONI_FIRMA = {
  firma: {
    label: 'Registra la firma',
    titolo: 'Registrare la firma?',
    conseguenza: f => `${f.ente}, ${f.carica}`,
    conferma: 'Registra',
    fatto: f => `Firma registrata: ${f.ente}.`,
  },
  annulla_firma: {
    label: 'Annulla la firma',
    tono: 'danger',
    titolo: 'Annullare la registrazione della firma?',
    conseguenza: 'Solo se è stata registrata per errore.',
    motivo: { aiuto: 'Resta scritta nel registro.' },
    fatto: 'Registrazione annullata.',
  },
} as const satisfies Parole<AzioneFirma, FirmatarioView>;

const RISPOSTA = {
  tono: 'outline',
  titolo: 'Rispondere all’osservazione?',
  conseguenza: 'Dopo la risposta l’osservazione non cambia più.',
  motivo: {
    etichetta: 'Ragioni',
    aiuto: 'Se l’osservazione è accolta, anche in parte, le ragioni si leggono nella pagina pubblica.',
  },
  fatto: 'Risposta registrata.',
} as const;

export const AZIONI_OSSERVAZIONE = {
  accogli: { ...RISPOSTA, label: 'Accogli' },
  accogli_in_parte: { ...RISPOSTA, label: 'Accogli in parte' },
  non_accogliere: { ...RISPOSTA, label: 'Non accogliere' },
} as const satisfies Parole<AzioneOsservazione, OsservazioneView>;
