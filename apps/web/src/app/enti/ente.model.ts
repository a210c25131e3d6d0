import {
  EnteDatiInput,
  EnteInput,
  RUNTS_DOVUTO,
  runtsPossibile,
  sezioneRuntsDi,
  type NaturaGiuridica,
  type Sede,
  type SezioneRunts,
} from '@tavoli/shared';
import * as z from 'zod';

/** The form of an ente: every field is there from the start, empty until it is filled. */
export interface EnteModel {
  readonly denominazione: string;
  readonly naturaGiuridica: NaturaGiuridica | '';
  readonly codiceFiscale: string;
  readonly partitaIva: string;
  readonly runts: { readonly sezione: SezioneRunts | ''; readonly numero: string };
  readonly sedeLegale: Sede;
  readonly altraSede: boolean;
  readonly sedeOperativa: Sede;
  readonly pec: string;
  readonly email: string;
  readonly telefono: string;
  readonly legaleRappresentante: { readonly nome: string; readonly cognome: string; readonly codiceFiscale: string };
  readonly aree: string[];
  readonly presentazione: string;
  readonly informativaLetta: boolean;
  readonly dichiarazioneRappresentanza: boolean;
}

const SEDE_VUOTA: Sede = { indirizzo: '', cap: '', comune: '', provincia: '' };

export const ENTE_VUOTO: EnteModel = {
  denominazione: '',
  naturaGiuridica: '',
  codiceFiscale: '',
  partitaIva: '',
  runts: { sezione: '', numero: '' },
  sedeLegale: SEDE_VUOTA,
  altraSede: false,
  sedeOperativa: SEDE_VUOTA,
  pec: '',
  email: '',
  telefono: '',
  legaleRappresentante: { nome: '', cognome: '', codiceFiscale: '' },
  aree: [],
  presentazione: '',
  informativaLetta: false,
  dichiarazioneRappresentanza: false,
};

export function modelOf(ente: EnteDatiInput): EnteModel {
  const { denominazione, naturaGiuridica, codiceFiscale, sedeLegale, email, telefono, legaleRappresentante, presentazione } = ente;
  return {
    ...ENTE_VUOTO,
    denominazione,
    naturaGiuridica,
    codiceFiscale,
    sedeLegale,
    email,
    telefono,
    legaleRappresentante,
    presentazione,
    partitaIva: ente.partitaIva ?? '',
    runts: { sezione: ente.runts?.sezione ?? '', numero: ente.runts?.numero ?? '' },
    altraSede: ente.sedeOperativa !== null,
    sedeOperativa: ente.sedeOperativa ?? SEDE_VUOTA,
    pec: ente.pec ?? '',
    aree: [...ente.aree],
  };
}

/** What the API takes, from what the form holds: parts that were not asked are not sent. */
function dati({ altraSede, informativaLetta: _, dichiarazioneRappresentanza: __, ...model }: EnteModel): object {
  return { ...model, runts: runtsOf(model), sedeOperativa: altraSede ? model.sedeOperativa : null };
}

/** Where the nature says the section, only the number is asked. */
function runtsOf({ naturaGiuridica: natura, runts }: Pick<EnteModel, 'naturaGiuridica' | 'runts'>): EnteModel['runts'] | null {
  if (natura === '' || !runtsPossibile(natura)) return null;
  const implied = sezioneRuntsDi(natura);
  const numero = runts.numero.trim();
  const given = RUNTS_DOVUTO.includes(natura) || numero !== '' || (implied === null && runts.sezione !== '');
  return given ? { sezione: implied ?? runts.sezione, numero } : null;
}

const isModel = (value: unknown): value is EnteModel => typeof value === 'object' && value !== null && 'altraSede' in value;

/** The shared schemas, over the shape of the form: the same rules as the API, on the same fields. */
export const EnteNuovoForm = z.preprocess(
  m => (isModel(m) ? { ...dati(m), informativaLetta: m.informativaLetta, dichiarazioneRappresentanza: m.dichiarazioneRappresentanza } : m),
  EnteInput,
);
export const EnteModificaForm = z.preprocess(m => (isModel(m) ? dati(m) : m), EnteDatiInput);
