import type { AzioneEnte, EnteRigaView, EnteView } from '@tavoli/shared';
import { STATI } from '../ui/stati';
import type { ParoleInsieme } from '../page/tabella/atto-insieme';
import type { Parole } from '../ui/forms/passi';

/** What the words of a page and of a row need to know. */
type Ente = Pick<EnteRigaView, 'denominazione'> & Partial<Pick<EnteView, 'statuto'>>;

export const AZIONI = {
  verifica: {
    label: 'Verifica',
    titolo: 'Verificare l’ente?',
    conseguenza: e =>
      `${e.denominazione} riceverà subito un messaggio e potrà designare i suoi rappresentanti.${e.statuto === null ? ' Lo statuto non c’è ancora.' : ''}`,
    fatto: 'Ente verificato: adesso può designare.',
  },
  chiedi_integrazione: {
    label: 'Chiedi di completare',
    tono: 'outline',
    titolo: 'Chiedere di completare la registrazione?',
    conseguenza: e => `${e.denominazione} riceverà un messaggio, completerà i dati e li ripresenterà. La registrazione non è respinta.`,
    motivo: {
      etichetta: 'Che cosa serve',
      aiuto: 'L’ente lo legge: per esempio manca lo statuto, o il codice fiscale è di un’altra persona.',
    },
    fatto: 'L’ente riceve la richiesta di completare la registrazione.',
  },
  respingi: {
    label: 'Respingi',
    tono: 'danger',
    titolo: 'Respingere la registrazione?',
    conseguenza: e => `${e.denominazione} potrà correggere i dati e ripresentarsi.`,
    motivo: { aiuto: 'L’ente la legge e può correggere i dati.' },
    fatto: 'Registrazione respinta. L’ente riceve il motivo.',
  },
  ripresenta: {
    label: 'Ripresenta la registrazione',
    titolo: 'Ripresentare la registrazione?',
    conseguenza: '[Il tecnico] controllerà di nuovo i dati. Hai corretto quello che era indicato?',
    conferma: 'Ripresenta',
    fatto: 'Registrazione ripresentata: [il tecnico] la controllerà di nuovo.',
  },
  riattiva: {
    label: 'Riattiva',
    titolo: 'Riattivare l’ente?',
    conseguenza: e => `${e.denominazione} potrà di nuovo designare i suoi rappresentanti.`,
    fatto: 'Ente riattivato.',
  },
  sospendi: {
    label: 'Sospendi',
    tono: 'danger',
    titolo: 'Sospendere l’ente?',
    conseguenza: 'Finché è sospeso non può inviare designazioni. La sua storia resta.',
    motivo: { aiuto: 'Verrà comunicata all’ente.' },
    fatto: 'Ente sospeso. Riceve il motivo.',
  },
} as const satisfies Parole<AzioneEnte, Ente>;

/** In a list the question about verifying shows of whom: nobody has just read their page. */
export const AZIONI_IN_ELENCO: Parole<AzioneEnte, EnteRigaView> = {
  ...AZIONI,
  verifica: { ...AZIONI.verifica, conseguenza: '', fatto: e => `${e.denominazione} è verificato.` },
};

const enti = (n: number): string => (n === 1 ? '1 ente' : `${n} enti`);

/** Of several chosen from the list. */
export const VERIFICA_INSIEME: ParoleInsieme<EnteRigaView> = {
  label: n => (n === 0 ? 'Verifica gli enti scelti' : n === 1 ? 'Verifica l’ente scelto' : `Verifica i ${n} enti scelti`),
  titolo: n => (n === 0 ? 'Nessuno di questi enti si può verificare' : `Verificare ${enti(n)}?`),
  conferma: n => (n === 1 ? 'Verifica l’ente' : `Verifica i ${n} enti`),
  conseguenza: n =>
    n === 1
      ? 'Riceverà subito un messaggio e potrà designare i suoi rappresentanti. Hai guardato i dati e lo statuto?'
      : `Ognuno dei ${n} enti riceverà subito un messaggio e potrà designare i suoi rappresentanti. Hai guardato i dati e gli statuti?`,
  esclusi: n => (n === 1 ? '1 non si può verificare:' : `${n} non si possono verificare:`),
  fatti: n => (n === 1 ? '1 ente verificato.' : `${n} enti verificati.`),
  nome: e => `${e.denominazione}${e.conStatuto ? '' : ' (senza statuto)'}`,
  perche: e => `${STATI[e.stato].label.toLowerCase()}, non aspetta la verifica.`,
};

/** Of who asked to act for the ente. */
export const AZIONI_RICHIESTA = {
  accogli: {
    label: 'Accogli',
    titolo: 'Accogliere la richiesta?',
    conseguenza: r => `${r.nome} ${r.cognome} (${r.email}) potrà agire per questo ente come te, da subito. Riceverà un messaggio.`,
    fatto: 'Richiesta accolta.',
  },
  respingi: {
    label: 'Respingi',
    tono: 'danger',
    titolo: 'Respingere la richiesta?',
    conseguenza: r => `${r.nome} ${r.cognome} riceverà un messaggio.`,
    fatto: 'Richiesta respinta.',
  },
} as const satisfies Parole<'accogli' | 'respingi', EnteView['richieste'][number]>;
