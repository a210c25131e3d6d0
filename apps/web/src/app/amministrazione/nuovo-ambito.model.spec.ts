import { parseComuni } from './nuovo-ambito.model';

describe('the comuni of a new ambito', () => {
  it('are read one a line, whatever the spaces', () => {
    expect(parseComuni('078157; Corigliano-Rossano ; m403;74848\n\n 078021;Calopezzati;B424;1293 ')).toEqual([
      { istat: '078157', nome: 'Corigliano-Rossano', belfiore: 'M403', abitanti: 74848 },
      { istat: '078021', nome: 'Calopezzati', belfiore: 'B424', abitanti: 1293 },
    ]);
  });

  it('say which line cannot be read', () => {
    expect(parseComuni('078157;Corigliano-Rossano;M403;74848\nCrosia').map(c => c !== null)).toEqual([true, false]);
  });
});
