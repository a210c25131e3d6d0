export const AIUTO_PASSWORD = 'Almeno 12 caratteri. Vanno bene quattro o cinque parole che non c’entrano l’una con l’altra.';
