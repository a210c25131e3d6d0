import type { AzioneEnte, EnteView } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';

export const AZIONI = {
  verifica: {
    label: 'Verifica',
    titolo: 'Verificare l’ente?',
    conseguenza: e =>
      `${e.denominazione} riceverà subito un messaggio e potrà designare i suoi rappresentanti.${e.statuto === null ? ' Lo statuto non c’è ancora.' : ''}`,
    fatto: 'Ente verificato: adesso può designare.',
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
} as const satisfies Parole<AzioneEnte, EnteView>;
