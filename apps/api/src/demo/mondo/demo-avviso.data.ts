/** What people ask of it. */
export const CHIARIMENTI = [
  {
    domanda: 'La nostra associazione ha sede in un altro comune, ma lavora qui da anni. Possiamo rispondere?',
    risposta: 'Sì: conta anche l’attività svolta in uno dei comuni dell’ambito.',
  },
] as const;

export const AVVISO = {
  determinaNumero: '131',
  responsabileNome: 'Ornella Procedimenti',
  responsabileUfficio: 'Ufficio di Piano (demo)',
  responsabileEmail: 'ufficio.piano@demo.invalid',
  requisiti: [{ testo: 'Sede o attività in uno dei comuni dell’ambito.', verifica: 'ufficio' }],
  dichiarazioni: [
    { testo: 'L’ente ha già partecipato ai tavoli del Piano precedente.', obbligatoria: false },
    { testo: 'L’ente è disponibile a ospitare un incontro.', obbligatoria: false },
  ],
  titolo: 'Avviso per la partecipazione ai Tavoli Tematici del Piano di Zona',
  testo: `L’Ambito Territoriale Sociale di Corigliano-Rossano invita gli enti del Terzo settore, le organizzazioni sindacali, le scuole e gli altri soggetti pubblici e privati del territorio a designare i propri rappresentanti nei Tavoli Tematici che prepareranno il nuovo Piano di Zona.

## A chi è rivolto
A tutti gli enti che hanno sede o svolgono attività in uno dei comuni dell’ambito.

## Come fare
Registra l’ente nel portale. Quando l’ufficio di piano lo ha verificato, indica per ogni tavolo che ti interessa un titolare e, se vuoi, un supplente. Le persone indicate ricevono un messaggio e danno il loro consenso. Ti consigliamo di scegliere al massimo tre tavoli.

## Che cosa si ottiene
Il diritto di sedere al tavolo, di ricevere le convocazioni e di contribuire agli elaborati che accompagneranno il Piano. La partecipazione è gratuita e non dà titolo ad affidamenti o contributi.

## Tempi e scadenze
Le designazioni arrivate dopo la scadenza sono ammesse con ruolo consultivo.`,
} as const;
