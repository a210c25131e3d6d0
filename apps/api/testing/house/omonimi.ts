interface Omonimi {
  readonly parole: readonly string[];
  /** What the word is there, since it is no role. */
  readonly perche: string;
}

const SCOPO = 'the purpose of the secret that makes the first amministratore, and its page';
const PROVENIENZA = 'where a contributo comes from: a citizen, a group, an ente';
const PAROLA_DI_VISTA = 'a field of a view: whether everybody may read it';
const TAVOLA = 'the name of a table, or of what its rows are called';

/** Words that sound as a role and are none, by file. The test asks that each is still there. */
export const OMONIMI: Readonly<Record<string, Omonimi>> = {
  'apps/api/src/accounts/amministratore.service.ts': { parole: ['amministratore'], perche: SCOPO },
  'apps/web/src/app/accounts/entrare/amministratore-page.ts': { parole: ['amministratore'], perche: SCOPO },
  'apps/web/src/app/app.routes.ts': { parole: ['amministratore'], perche: SCOPO },
  'libs/shared/src/ambiti/ambito.schema.ts': { parole: ['amministratore'], perche: 'a word that no address of an ambito may take' },
  'libs/shared/src/guida/guida.pagine.ts': {
    parole: ['amministratore', 'cittadino', 'coordinatore', 'referente'],
    perche: 'names of pages of the guide',
  },
  'libs/shared/src/ambiti/ambito.words.ts': {
    parole: ['coordinatore'],
    perche: 'a word of the ambito: how it calls who coordinates its tavoli',
  },
  'apps/api/src/caricamenti/tipi/posti.ts': { parole: ['rappresentante'], perche: TAVOLA },
  'apps/api/src/contributi/contributo/contributi.sql.ts': { parole: ['cittadino'], perche: PROVENIENZA },
  'apps/api/src/diritti/cancella.ts': { parole: ['cittadino'], perche: PROVENIENZA },
  'apps/api/src/oscuramenti/cose/contributo.ts': { parole: ['cittadino'], perche: PROVENIENZA },
  'libs/shared/src/contributi/contributo.schema.ts': { parole: ['cittadino'], perche: PROVENIENZA },
  'apps/web/src/app/contributi/contributo-page.ts': { parole: ['cittadino'], perche: PROVENIENZA },
  'apps/web/src/app/contributi/invio/contenuto-fields.html': { parole: ['cittadino'], perche: PROVENIENZA },
  'apps/web/src/app/contributi/invio/contributo.model.ts': { parole: ['cittadino'], perche: PROVENIENZA },
  'apps/api/src/contributi/letture/gestione.queries.ts': { parole: ['pubblico'], perche: PAROLA_DI_VISTA },
  'apps/api/src/elaborati/elaborato/fonti.tipi.ts': { parole: ['pubblico'], perche: 'a field of a view: the page that everybody reads' },
  'apps/api/src/iter/iter/iter.kinds.ts': { parole: ['pubblico'], perche: 'the state of an atto that everybody may read' },
  'apps/api/src/iter/iter/iter.sql.ts': { parole: ['pubblico'], perche: PAROLA_DI_VISTA },
  'apps/api/src/platform/http/asking.ts': { parole: ['pubblico'], perche: 'the lane of who has no account' },
  'apps/web/src/app/contributi/gestione/contributo-area-page.html': { parole: ['pubblico'], perche: 'a word that is read' },
  'apps/web/src/app/iter/fasi/fase-page.html': { parole: ['pubblico'], perche: 'a word that is read' },
  'apps/api/src/incontri/incontro/incontri.sql.ts': { parole: ['referente'], perche: 'a field of a view: who leads the tavolo' },
  'apps/api/src/demo/mondo/demo-contributi.data.ts': { parole: ['cittadino'], perche: PROVENIENZA },
  'apps/api/src/demo/demo-contributi.ts': { parole: ['cittadino'], perche: PROVENIENZA },
  'apps/api/src/demo/mondo/demo-iter.data.ts': { parole: ['pubblico'], perche: 'a field of an atto: whether everybody may read it' },
  'apps/api/src/demo/demo-story.ts': { parole: ['rappresentante'], perche: 'the kind of a mailed secret' },
  'apps/api/src/designazioni/bozza.ts': { parole: ['rappresentante'], perche: TAVOLA },
  'apps/api/src/designazioni/designazione.kind.ts': { parole: ['rappresentante'], perche: TAVOLA },
  'apps/api/src/diritti/conservazione.service.ts': { parole: ['rappresentante'], perche: TAVOLA },
  'apps/api/src/enti/ingresso.ts': { parole: ['operatore'], perche: TAVOLA },
  'apps/api/src/enti/operatori.controller.ts': { parole: ['operatore'], perche: 'a parameter of an address' },
  'apps/api/src/enti/operatori.emails.ts': { parole: ['operatore'], perche: 'what the kinds of these mails begin with' },
  'apps/web/src/app/enti/enti.routes.ts': { parole: ['operatore'], perche: 'a part of an address' },
  'libs/shared/src/incontri/regole-tavolo.schema.ts': {
    parole: ['referente', 'coordinatore'],
    perche: 'a rule of the tavolo, kept in its row: who approves. What each asks for is a permission (APPROVA_SOLO)',
  },
  'libs/shared/src/iter/organi.ts': { parole: ['coordinatore'], perche: 'a body of the iter, called by the words of the ambito' },
  'libs/shared/src/iter/modelli.ts': { parole: ['coordinatore'], perche: 'a body of the iter, called by the words of the ambito' },
};
