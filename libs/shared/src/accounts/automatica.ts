/*
 * Alone in its file: every page sends it, and the first that a visitor opens should not carry the roles that the rules of sessions speak of.
 */
/** Set (to anything) on a request that a page makes by itself, with nobody at it: it is no use of the session. */
export const HEADER_AUTOMATICA = 'x-automatica';
