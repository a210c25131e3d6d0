import { PAROLE, type UfficioView } from '@tavoli/shared';
import { network, open } from '../../testing/page';
import { UfficioPage } from './ufficio-page';

afterEach(() => document.body.replaceChildren());

const UFFICIO: UfficioView = {
  sede: 'Piazza di Prova 1',
  orari: 'Martedì, dalle 9:00 alle 12:00',
  telefono: null,
  email: null,
  persone: [],
  capofila: [],
  comuni: [],
  elenchi: {
    fondi: [
      { codice: 'fnps_24', titolo: 'Fondo nazionale', fonte: null, anno: null },
      { codice: 'quota', titolo: 'Quota dei comuni', fonte: 'Convenzione', anno: 2026 },
    ],
    leps: [{ codice: 'sollievo', titolo: 'Servizi di sollievo', fonte: null, anno: null }],
    obiettivi: [{ codice: 'OB 3.2', titolo: 'Case di comunità', fonte: 'DGR 12', anno: 2025 }],
  },
};
const AMBITO = {
  nome: 'Ambito',
  contatti: { indirizzo: 'Piazza di Prova 1', email: 'ufficio@prova.invalid', pec: 'pec@prova.invalid', telefono: '0' },
  parole: PAROLE,
  sito: null,
  codice: null,
};

describe('The public page of the office', () => {
  it('tells fondi and levels by their names and where they come from, and the code of what the Region asks for', async () => {
    const net = network({ 'GET /api/v1/ambiti/ambito/ufficio': { body: UFFICIO }, 'GET /api/v1/ambiti/ambito': { body: AMBITO } });
    const page = await open(UfficioPage, '/ambito/ufficio', net, ':ambito/ufficio');
    const voci = [...page.host.querySelectorAll('section[aria-label] li')].map(li => li.textContent?.trim().replace(/\s+/g, ' '));
    expect(voci).toEqual([
      'Fondo nazionale',
      'Quota dei comuni (Convenzione, 2026)',
      'Servizi di sollievo',
      'Case di comunità (OB 3.2, DGR 12, 2025)',
    ]);
  });
});
