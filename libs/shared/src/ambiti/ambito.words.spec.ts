import { conParole, ORGANI_POLITICI, ORGANI_TECNICI, PAROLE, paroleDi } from './ambito.words.js';

describe('the words of an ambito', () => {
  it('are those of its region until it chooses its own', () => {
    expect(paroleDi('Emilia-Romagna', null)).toEqual({ organoPolitico: 'Comitato di Distretto', organoTecnico: 'Tavolo tecnico' });
    expect(paroleDi('Emilia-Romagna', { organoTecnico: 'Ufficio di piano' })).toEqual({
      organoPolitico: 'Comitato di Distretto',
      organoTecnico: 'Ufficio di piano',
    });
    expect(paroleDi('Molise', null)).toEqual(PAROLE);
  });

  it('stand in a sentence with the article that each wants', () => {
    const frase = (organoTecnico: (typeof ORGANI_TECNICI)[number]) =>
      conParole('[Il tecnico] decide; scrivi [al tecnico] o chiedi [dal tecnico] [del tecnico] [nel tecnico].', {
        ...PAROLE,
        organoTecnico,
      });
    expect(frase('Ufficio di piano')).toBe(
      'L’ufficio di piano decide; scrivi all’ufficio di piano o chiedi dall’ufficio di piano dell’ufficio di piano nell’ufficio di piano.',
    );
    expect(frase('Segreteria tecnica')).toBe(
      'La segreteria tecnica decide; scrivi alla segreteria tecnica o chiedi dalla segreteria tecnica della segreteria tecnica nella segreteria tecnica.',
    );
    expect(frase('Gruppo di piano')).toBe(
      'Il gruppo di piano decide; scrivi al gruppo di piano o chiedi dal gruppo di piano del gruppo di piano nel gruppo di piano.',
    );
    expect(conParole('[Il politico] approva. [Tecnico], [tecnico].', PAROLE)).toBe(
      'La Conferenza dei Sindaci approva. Ufficio di piano, ufficio di piano.',
    );
  });

  it('leave no place unfilled, and nothing else touched', () => {
    for (const organoPolitico of ORGANI_POLITICI)
      for (const organoTecnico of ORGANI_TECNICI)
        expect(conParole('[il politico] [Del tecnico]', { organoPolitico, organoTecnico })).not.toMatch(/\[|undefined/);
    expect(conParole('La signora [omissis] [altro]', PAROLE)).toBe('La signora [omissis] [altro]');
  });
});
