/** The long form, once per page or document: the short one (ATS) means another body in some regions (domain facts §3). */
export const nomeEsteso = (nome: string): string => `Ambito Territoriale Sociale di ${nome}`;

/** What the body of mayors is called, region by region (domain.md, "Words by Region"). */
export const ORGANI_POLITICI = [
  'Comitato dei Sindaci',
  'Assemblea dei Sindaci',
  'Conferenza dei Sindaci',
  'Comitato di Distretto',
  'Coordinamento istituzionale',
] as const;
export type OrganoPolitico = (typeof ORGANI_POLITICI)[number];

/** What the technical body is called. */
export const ORGANI_TECNICI = [
  'Ufficio di piano',
  'Gruppo di piano',
  'Segreteria tecnica',
  'Tavolo tecnico',
  'Struttura del Piano',
] as const;
export type OrganoTecnico = (typeof ORGANI_TECNICI)[number];

export interface ParoleAmbito {
  readonly organoPolitico: OrganoPolitico;
  readonly organoTecnico: OrganoTecnico;
}

/** Usual words where an ambito has chosen none, and where pages belong to no ambito. */
export const PAROLE: ParoleAmbito = { organoPolitico: 'Conferenza dei Sindaci', organoTecnico: 'Ufficio di piano' };

const PER_REGIONE: Readonly<Record<string, Partial<ParoleAmbito>>> = {
  Marche: { organoPolitico: 'Comitato dei Sindaci' },
  Campania: { organoPolitico: 'Comitato dei Sindaci' },
  Lombardia: { organoPolitico: 'Assemblea dei Sindaci' },
  Abruzzo: { organoTecnico: 'Gruppo di piano' },
  Liguria: { organoTecnico: 'Segreteria tecnica' },
  Toscana: { organoTecnico: 'Segreteria tecnica' },
  'Emilia-Romagna': { organoPolitico: 'Comitato di Distretto', organoTecnico: 'Tavolo tecnico' },
  Lazio: { organoTecnico: 'Struttura del Piano' },
};

/** The words of an ambito: what it chose, else what its region uses. */
export const paroleDi = (regione: string, scelte: Partial<ParoleAmbito> | null): ParoleAmbito => ({
  ...PAROLE,
  ...PER_REGIONE[regione],
  ...scelte,
});

type Articolo = 'il' | 'la' | 'l’';
const ARTICOLO: Readonly<Record<OrganoPolitico | OrganoTecnico, Articolo>> = {
  'Comitato dei Sindaci': 'il',
  'Assemblea dei Sindaci': 'l’',
  'Conferenza dei Sindaci': 'la',
  'Comitato di Distretto': 'il',
  'Coordinamento istituzionale': 'il',
  'Ufficio di piano': 'l’',
  'Gruppo di piano': 'il',
  'Segreteria tecnica': 'la',
  'Tavolo tecnico': 'il',
  'Struttura del Piano': 'la',
};
const CON: Readonly<Record<string, Readonly<Record<Articolo, string>>>> = {
  il: { il: 'il ', la: 'la ', 'l’': 'l’' },
  del: { il: 'del ', la: 'della ', 'l’': 'dell’' },
  al: { il: 'al ', la: 'alla ', 'l’': 'all’' },
  dal: { il: 'dal ', la: 'dalla ', 'l’': 'dall’' },
  nel: { il: 'nel ', la: 'nella ', 'l’': 'nell’' },
};

/**
 * A text with the names of the bodies in their places: `[tecnico]` and `[politico]` alone, `[il tecnico]`, `[del tecnico]`, `[al …]`, `[dal …]`, `[nel …]`
 * with the article that the name wants; a capital where the place has one (`[Il tecnico]`).
 */
export function conParole(testo: string, parole: ParoleAmbito): string {
  return testo.replace(/\[(?:(il|del|al|dal|nel) )?(tecnico|politico)\]/gi, (_, prima: string | undefined, quale: string) => {
    const nome = quale.toLowerCase() === 'tecnico' ? parole.organoTecnico : parole.organoPolitico;
    const minuscolo = quale.toLowerCase() === 'tecnico' ? nome.charAt(0).toLowerCase() + nome.slice(1) : nome;
    if (prima === undefined) return quale.charAt(0) === quale.charAt(0).toUpperCase() ? nome : minuscolo;
    const articolo = CON[prima.toLowerCase()]?.[ARTICOLO[nome]] ?? '';
    return (
      (prima.charAt(0) === prima.charAt(0).toUpperCase() ? articolo.charAt(0).toUpperCase() + articolo.slice(1) : articolo) + minuscolo
    );
  });
}
