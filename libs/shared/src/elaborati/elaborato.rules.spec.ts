import fc from 'fast-check';
import { MAX_CENTESIMI } from '../kernel/euro.js';
import { VOCI_CONSUETE } from '../ambiti/voci.js';
import { codiciUsati, ContenutoSezione, type TipoContenuto } from './blocchi.schema.js';
import { contenutoPubblico, mancanze, puoScrivereElaborato, vuoto } from './elaborato.rules.js';
import { AZIONI_ELABORATO, ELABORATO, STATI_ELABORATO } from './elaborato.states.js';
import { testoDiContenuto } from './elaborato.testo.js';
import { sommaRisorse } from './risorse.rules.js';
import { contenutoVuoto, MODELLI, TIPI_ELABORATO } from './modelli.js';

const riga = fc.record({ fonte: fc.constantFrom(...VOCI_CONSUETE.fondi.map(v => v.codice)), centesimi: fc.nat({ max: MAX_CENTESIMI }) });

describe('money', () => {
  it('adds up exactly, in any order, by source and in all', () => {
    fc.assert(
      fc.property(fc.array(riga, { maxLength: 60 }), righe => {
        const { perFonte, totale } = sommaRisorse(righe);
        expect(BigInt(totale)).toBe(righe.reduce((sum, r) => sum + BigInt(r.centesimi), 0n));
        expect(Object.values(perFonte).reduce((a, b) => a + b, 0)).toBe(totale);
        expect(sommaRisorse([...righe].reverse())).toEqual({ perFonte, totale });
      }),
    );
  });
});

describe('the kinds', () => {
  it('begin with empty parts that the schema takes and that say nothing', () => {
    for (const tipo of TIPI_ELABORATO) {
      expect(new Set(MODELLI[tipo].map(m => m.chiave)).size).toBe(MODELLI[tipo].length);
      for (const m of MODELLI[tipo]) {
        const contenuto = contenutoVuoto(m.tipo);
        expect(ContenutoSezione.parse(contenuto)).toEqual(contenuto);
        expect([m.chiave, vuoto(contenuto)]).toEqual([m.chiave, true]);
      }
    }
  });

  it('miss every part that is owed while nothing is written, and none that is not', () => {
    for (const tipo of TIPI_ELABORATO) {
      const sezioni = MODELLI[tipo].map(m => ({ chiave: m.chiave, contenuto: contenutoVuoto(m.tipo) }));
      expect(mancanze(tipo, sezioni, true).map(m => m.sezione)).toEqual(MODELLI[tipo].filter(m => m.obbligatoria).map(m => m.chiave));
    }
    expect(mancanze('file', [], false)).toHaveLength(1);
  });

  it('say row by row what is missing within a part', () => {
    const indicatori: ContenutoSezione = {
      tipo: 'indicatori',
      righe: [{ nome: 'Iscritti', unita: 'persone', iniziale: null, atteso: '10', fonte: null }],
    };
    const testi = mancanze('scheda_progetto', [{ chiave: 'indicatori', contenuto: indicatori }], false)
      .filter(m => m.sezione === 'indicatori')
      .map(m => m.testo);
    expect(testi).toEqual([
      'Scrivi il valore iniziale dell’indicatore «Iscritti».',
      'Scrivi da dove viene il dato dell’indicatore «Iscritti».',
    ]);
  });
});

describe('contents', () => {
  it('numbers are taken with a comma and kept with a point; words are not numbers', () => {
    const con = (iniziale: unknown) =>
      ContenutoSezione.safeParse({ tipo: 'indicatori', righe: [{ nome: 'n', unita: 'u', iniziale, atteso: null, fonte: null }] });
    expect(['12,5', ' 12.5 ', '-3', '0'].map(v => con(v).success)).toEqual([true, true, true, true]);
    expect(con('12,5').data).toMatchObject({ righe: [{ iniziale: '12.5' }] });
    expect(['', 'dodici', '1,2,3', '1e5', 12].map(v => con(v).success)).toEqual([false, false, false, false, false]);
  });

  it('as text, every part says all its words', () => {
    const SENZA = { anno: null, paga: null, soggetto: null, quota: null };
    const contenuti: ContenutoSezione[] = [
      { tipo: 'elenco', voci: ['uno', 'due'] },
      { tipo: 'priorita', voci: [{ titolo: 'La casa', motivo: 'manca' }] },
      {
        tipo: 'risorse',
        righe: [
          { ...SENZA, fonte: 'mio', descrizione: 'locali', centesimi: 150 },
          { ...SENZA, fonte: 'pnrr', descrizione: null, centesimi: 0 },
        ],
      },
      { tipo: 'leps', codici: ['Sollievo qui'] },
    ];
    const voci = { ...VOCI_CONSUETE, fondi: [{ codice: 'mio', titolo: 'Fondo nostro' }] };
    expect(contenuti.map(c => testoDiContenuto(c, voci))).toEqual([
      'uno\ndue',
      '1. La casa: manca',
      'Fondo nostro\tlocali\t€ 1,50\nPNRR\t\t€ 0,00',
      'Sollievo qui',
    ]);
    expect(contenuti.flatMap(codiciUsati).map(u => [u.elenco, u.codice, u.pointer])).toEqual([
      ['fondi', 'mio', '/righe/0/fonte'],
      ['fondi', 'pnrr', '/righe/1/fonte'],
      ['leps', 'Sollievo qui', '/codici/0'],
    ]);
  });

  it('in public have nothing that is omissis', () => {
    const contenuto: ContenutoSezione = {
      tipo: 'testo',
      documento: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'segreto', marks: [{ type: 'omissis', attrs: { motivo: 'salute' } }] }] },
        ],
      },
    };
    expect(JSON.stringify(contenutoPubblico(contenuto))).not.toContain('segreto');
  });

  it('every kind of part has its empty form', () => {
    const tipi: TipoContenuto[] = [
      'testo',
      'dati',
      'elenco',
      'priorita',
      'collegamento',
      'destinatari',
      'azioni',
      'comuni',
      'tempi',
      'risorse',
      'indicatori',
      'leps',
      'obiettivi_regionali',
    ];
    for (const tipo of tipi) expect(contenutoVuoto(tipo).tipo).toBe(tipo);
  });
});

describe('life', () => {
  it('nothing leaves what was accepted', () => {
    for (const azione of AZIONI_ELABORATO) expect(ELABORATO[azione].from).not.toContain('accolto');
  });

  it('is written in the draft, and by the staff during the consultation; afterwards by nobody', () => {
    const chi = ['referente', 'coordinatore', 'ufficio_di_piano', 'rappresentante', 'cittadino'] as const;
    const scrive = (scrivono: 'staff' | 'rappresentanti') =>
      STATI_ELABORATO.map(stato => chi.filter(r => puoScrivereElaborato(stato, scrivono, [r])));
    expect(scrive('staff')).toEqual([['referente', 'coordinatore'], ['referente', 'coordinatore'], [], [], [], []]);
    expect(scrive('rappresentanti')[0]).toEqual(['referente', 'coordinatore', 'rappresentante']);
    expect(scrive('rappresentanti')[1]).toEqual(['referente', 'coordinatore']);
  });
});
