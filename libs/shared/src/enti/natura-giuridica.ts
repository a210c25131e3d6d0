/** Kinds of ente that take part (domain.md, "An ente's data"; domain facts §1.2). */
export const NATURE_GIURIDICHE = [
  'odv',
  'aps',
  'cooperativa_sociale',
  'impresa_sociale',
  'ente_filantropico',
  'rete_associativa',
  'societa_mutuo_soccorso',
  'altro_ets',
  'associazione',
  'fondazione',
  'ente_religioso',
  'organizzazione_sindacale',
  'patronato',
  'istituto_scolastico',
  'azienda_sanitaria',
  'comune',
  'altro_ente_pubblico',
  'gruppo_informale',
] as const;
export type NaturaGiuridica = (typeof NATURE_GIURIDICHE)[number];

export const ETICHETTE_NATURA: Record<NaturaGiuridica, string> = {
  odv: 'Organizzazione di volontariato (ODV)',
  aps: 'Associazione di promozione sociale (APS)',
  cooperativa_sociale: 'Cooperativa sociale',
  impresa_sociale: 'Impresa sociale',
  ente_filantropico: 'Ente filantropico',
  rete_associativa: 'Rete associativa',
  societa_mutuo_soccorso: 'Società di mutuo soccorso',
  altro_ets: 'Altro ente del Terzo settore',
  associazione: 'Associazione non iscritta al RUNTS',
  fondazione: 'Fondazione',
  ente_religioso: 'Ente religioso',
  organizzazione_sindacale: 'Organizzazione sindacale',
  patronato: 'Patronato',
  istituto_scolastico: 'Istituto scolastico',
  azienda_sanitaria: 'Azienda sanitaria o distretto',
  comune: 'Comune',
  altro_ente_pubblico: 'Altro ente pubblico',
  gruppo_informale: 'Gruppo informale o comitato',
};

/** The seven sections of the RUNTS (DM 106/2020, art. 3). */
export const SEZIONI_RUNTS = [
  'odv',
  'aps',
  'enti_filantropici',
  'imprese_sociali',
  'reti_associative',
  'societa_mutuo_soccorso',
  'altri_ets',
] as const;
export type SezioneRunts = (typeof SEZIONI_RUNTS)[number];

export const ETICHETTE_SEZIONE_RUNTS: Record<SezioneRunts, string> = {
  odv: 'Organizzazioni di volontariato',
  aps: 'Associazioni di promozione sociale',
  enti_filantropici: 'Enti filantropici',
  imprese_sociali: 'Imprese sociali, incluse le cooperative sociali',
  reti_associative: 'Reti associative',
  societa_mutuo_soccorso: 'Società di mutuo soccorso',
  altri_ets: 'Altri enti del Terzo settore',
};

/**
 * Where the RUNTS registration is due: the natures that exist only by being registered. Social enterprises and cooperatives are
 * registered through the Registro imprese, so their number stays optional (domain facts §4.9).
 */
export const RUNTS_DOVUTO: readonly NaturaGiuridica[] = ['odv', 'aps', 'ente_filantropico', 'rete_associativa', 'altro_ets'];

/** The section that each nature is registered in, where its name says it. */
const SEZIONE: Partial<Record<NaturaGiuridica, SezioneRunts>> = {
  odv: 'odv',
  aps: 'aps',
  ente_filantropico: 'enti_filantropici',
  rete_associativa: 'reti_associative',
  altro_ets: 'altri_ets',
  cooperativa_sociale: 'imprese_sociali',
  impresa_sociale: 'imprese_sociali',
  societa_mutuo_soccorso: 'societa_mutuo_soccorso',
};

/** The RUNTS section that a nature implies; null where there is none, or more than one could be. */
export const sezioneRuntsDi = (natura: NaturaGiuridica): SezioneRunts | null => SEZIONE[natura] ?? null;

/** Natures that may be registered in the RUNTS: only these are asked about it. */
export const runtsPossibile = (natura: NaturaGiuridica): boolean =>
  natura in SEZIONE || natura === 'fondazione' || natura === 'ente_religioso';

const ISTITUZIONALI: readonly NaturaGiuridica[] = [
  'organizzazione_sindacale',
  'istituto_scolastico',
  'azienda_sanitaria',
  'comune',
  'altro_ente_pubblico',
];

export const VESTI = ['componente', 'istituzionale', 'osservatore', 'consultivo'] as const;
/** In what capacity one sits at a tavolo; only `componente` and `istituzionale` count for the quorum. */
export type Veste = (typeof VESTI)[number];

/** The capacity of an ente that answers in time (domain.md, "veste"; practice of Salerno S5 for informal groups). */
export function vesteNaturale(natura: NaturaGiuridica): Exclude<Veste, 'consultivo'> {
  if (ISTITUZIONALI.includes(natura)) return 'istituzionale';
  return natura === 'gruppo_informale' ? 'osservatore' : 'componente';
}

/** Those that are born of a statuto, which the office asks to see; a public body, a school, a parish, an informal group have none to show. */
export const NATURE_CON_STATUTO = [
  'odv',
  'aps',
  'cooperativa_sociale',
  'impresa_sociale',
  'ente_filantropico',
  'rete_associativa',
  'societa_mutuo_soccorso',
  'altro_ets',
  'associazione',
  'fondazione',
] as const satisfies readonly NaturaGiuridica[];
