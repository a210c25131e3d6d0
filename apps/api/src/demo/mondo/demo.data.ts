import { VOCI_CONSUETE } from '@tavoli/shared';

/** The real frame of the ambito: names, codes and inhabitants (census of 2011) of its comuni. People and enti are invented, evidently. */
export const AMBITO = {
  slug: 'corigliano-rossano',
  nome: 'Corigliano-Rossano',
  regione: 'Calabria',
  capofila: 'Comune di Corigliano-Rossano',
  contatti: {
    indirizzo: 'Piazza della Dimostrazione 1, 87064 Corigliano-Rossano (CS)',
    email: 'ufficio.piano@demo.invalid',
    pec: 'ufficio.piano@pec.demo.invalid',
    telefono: '0983 000000',
  },
  nomeEsteso: { testo: 'Ambito Territoriale Sociale di Corigliano-Rossano', plurale: '', articolo: 'l’', genere: 'm' },
  impostazioni: {
    elenchi: VOCI_CONSUETE,
    dpo: { nome: 'Ada Riservata (demo)', email: 'dpo@demo.invalid' },
    ufficio: {
      sede: 'Piazza della Dimostrazione 1, secondo piano',
      orari: 'Martedì e giovedì, dalle 9:00 alle 12:30',
      telefono: '0983 000001',
      email: 'ufficio.piano@demo.invalid',
      persone: [
        { nome: 'Caterina Modello', ruolo: 'Coordinamento dei tavoli', ente: 'Comune di Corigliano-Rossano', pubblica: true },
        { nome: 'Ugo Campione', ruolo: 'Segreteria', ente: 'Comune di Crosia', pubblica: true },
      ],
    },
  },
} as const;

export const COMUNI = [
  ['078157', 'Corigliano-Rossano', 'M403', 74848],
  ['078021', 'Calopezzati', 'B424', 1293],
  ['078022', 'Caloveto', 'B426', 1283],
  ['078046', 'Cropalati', 'D180', 1097],
  ['078047', 'Crosia', 'D184', 9481],
  ['078068', 'Longobucco', 'E678', 3479],
  ['078089', 'Paludi', 'G298', 1134],
  ['078113', 'San Cosmo Albanese', 'H806', 629],
  ['078114', 'San Demetrio Corone', 'H818', 3665],
  ['078118', 'San Giorgio Albanese', 'H881', 1555],
  ['078152', 'Vaccarizzo Albanese', 'L524', 1184],
] as const;

/** Thematic areas by their place in `AREE_TEMATICHE`. */
export const TAVOLI = [
  {
    codice: 'A',
    slug: 'anziani',
    nome: 'Invecchiamento attivo e anziani',
    aree: [2],
    scopo:
      'Legge i bisogni delle persone anziane e di chi se ne prende cura, e propone servizi per restare a casa, in compagnia e in salute.',
  },
  {
    codice: 'B',
    slug: 'disabilita',
    nome: 'Disabilità',
    aree: [3],
    scopo: 'Lavora su autonomia, vita indipendente, scuola e lavoro delle persone con disabilità, e sul «dopo di noi».',
  },
  {
    codice: 'C',
    slug: 'immigrazione',
    nome: 'Immigrazione e accoglienza',
    aree: [5],
    scopo: 'Si occupa di accoglienza, lingua, casa e lavoro per chi arriva, in particolare nella Piana di Sibari.',
  },
  {
    codice: 'D',
    slug: 'dipendenze-violenza-di-genere',
    nome: 'Dipendenze e contrasto alla violenza di genere',
    aree: [6, 8],
    scopo: 'Tiene insieme prevenzione e cura delle dipendenze e la rete antiviolenza del territorio.',
  },
  {
    codice: 'E',
    slug: 'poverta',
    nome: 'Povertà e inclusione sociale',
    aree: [4],
    scopo: 'Prepara le misure contro la povertà: sostegno, casa, lavoro, pronto intervento sociale.',
  },
  {
    codice: 'F',
    slug: 'famiglia-giovani-minori',
    nome: 'Famiglia, giovani e minori',
    aree: [0, 1],
    scopo: 'Ascolta famiglie, ragazze e ragazzi, scuole: servizi per la prima infanzia, spazi per i giovani, sostegno educativo.',
  },
] as const;
