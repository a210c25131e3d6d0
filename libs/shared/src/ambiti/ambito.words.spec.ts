import { ARTICOLI, articoloPer } from '../kernel/italiano.js';
import { CHIAVI_PAROLE, conParole, dellaFrase, frase, leggi, PAROLE, PAROLE_NEUTRE, paroleDi, type ParoleAmbito } from './ambito.words.js';
import { NOMI_REGIONI, presetDi } from './preset-regioni.js';

const PLUS: ParoleAmbito = paroleDi({ nome: 'Ales-Terralba', parole: presetDi('Sardegna') });

describe('the words of an ambito', () => {
  it('are those that it chose, else the usual ones; what was not read in a source is not said before the office confirms it', () => {
    expect(paroleDi({ nome: 'Prova', parole: null })).toEqual({
      ...PAROLE,
      nomeEsteso: { testo: 'Ambito Territoriale Sociale di Prova', plurale: '', articolo: 'l’', genere: 'm' },
    });
    const piano = { testo: 'Piano sociale', plurale: 'Piani sociali', articolo: 'il', genere: 'm' } as const;
    expect(paroleDi({ nome: 'Prova', parole: { piano } }).piano).toEqual(piano);
    expect(paroleDi({ nome: 'Prova', parole: { piano: { ...piano, daConfermare: true } } }).piano).toEqual(PAROLE_NEUTRE.piano);
  });

  it('stand in a sentence with the article that each wants', () => {
    const organoTecnico = (testo: string, articolo: 'l’' | 'la' | 'il') =>
      conParole(
        '[Il tecnico] decide; scrivi [al tecnico] o chiedi [dal tecnico] [del tecnico] [nel tecnico] [sul tecnico] [con il tecnico].',
        {
          ...PAROLE,
          organoTecnico: { testo, plurale: testo, articolo, genere: articolo === 'la' ? 'f' : 'm' },
        },
      );
    expect(organoTecnico('ufficio di piano', 'l’')).toBe(
      'L’ufficio di piano decide; scrivi all’ufficio di piano o chiedi dall’ufficio di piano dell’ufficio di piano nell’ufficio di piano sull’ufficio di piano con l’ufficio di piano.',
    );
    expect(organoTecnico('segreteria tecnica', 'la')).toBe(
      'La segreteria tecnica decide; scrivi alla segreteria tecnica o chiedi dalla segreteria tecnica della segreteria tecnica nella segreteria tecnica sulla segreteria tecnica con la segreteria tecnica.',
    );
    expect(conParole('[Il politico] approva. [Tecnico], [tecnico]; [i tavolo] no, [il tavolo+] sì, [del sportello+].', PAROLE)).toBe(
      'La Conferenza dei Sindaci approva. Ufficio di piano, ufficio di piano; [i tavolo] no, i tavoli tematici sì, degli sportelli sociali.',
    );
    expect(conParole('La signora [omissis] [altro]', PAROLE)).toBe('La signora [omissis] [altro]');
    expect(conParole('[Il piano] [del nomeEsteso]', PLUS)).toBe('Il PLUS dell’Ambito Territoriale Sociale di Ales-Terralba');
  });

  it('are put into a mail only where the code has said so, and by who reads it', () => {
    const di = (chi: 'm' | 'f' | null) =>
      leggi(frase`[sei convocato|sei convocata|ti convochiamo] per [il piano]: ${'[il piano]'}`, PLUS, chi);
    expect([di('m'), di('f'), di(null)]).toEqual([
      'sei convocato per il PLUS: [il piano]',
      'sei convocata per il PLUS: [il piano]',
      'ti convochiamo per il PLUS: [il piano]',
    ]);
    expect(leggi(frase`sei ${dellaFrase('[coordinatore|coordinatrice|tra chi coordina]')}`, PLUS, 'f')).toBe('sei coordinatrice');
  });
});

describe('the presets', () => {
  it('are of the 19 Regions and the two autonomous Provinces, each with every word, its article and its plural', () => {
    expect(NOMI_REGIONI).toHaveLength(21);
    for (const regione of NOMI_REGIONI) {
      const preset = presetDi(regione);
      expect(Object.keys(preset).sort()).toEqual([...CHIAVI_PAROLE].sort());
      for (const [chiave, { testo, plurale, articolo, genere }] of Object.entries(preset)) {
        expect([regione, chiave, ARTICOLI.includes(articolo), testo !== '', plurale !== '']).toEqual([regione, chiave, true, true, true]);
        // Acronyms are read by their letters; everything else wants what Italian wants.
        if (!/^[A-Z]{2,}/.test(testo) && articolo !== 'i') expect([testo, articolo]).toEqual([testo, articoloPer(testo, genere)]);
      }
    }
  });

  it('say nothing that was not read, until it is confirmed', () => {
    expect(presetDi('Bolzano').piano.daConfermare).toBe(true);
    expect(paroleDi({ nome: 'Salto-Sciliar', parole: presetDi('Bolzano') }).piano).toEqual(PAROLE_NEUTRE.piano);
    expect(presetDi('Sardegna').piano).toEqual({ testo: 'PLUS', plurale: 'PLUS', articolo: 'il', genere: 'm' });
  });
});
