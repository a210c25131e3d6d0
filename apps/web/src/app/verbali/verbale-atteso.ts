/** Of an incontro that is over, until its verbale is public. */
export const VERBALE_ATTESO = 'L’incontro è finito: il verbale sarà pubblicato qui.';
