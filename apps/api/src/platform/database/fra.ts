const PAROLA = /^[a-z][a-z_.-]*$/;

/**
 * A tuple of words of the code (states, roles, kinds) as an SQL list, for `IN`: `('bozza', 'inviata')`. Nothing is in an empty one.
 * Never of what anybody types. @throws Error on anything but lower case words
 */
export const fra = (parole: readonly string[]): string => (parole.length === 0 ? '(NULL)' : `(${virgolette(parole)})`);

/** SQL of the place of `column` in a tuple, from 1: to sort by it. */
export const ordineDi = (parole: readonly string[], column: string): string => `array_position(ARRAY[${virgolette(parole)}], ${column})`;

function virgolette(parole: readonly string[]): string {
  const strana = parole.find(parola => !PAROLA.test(parola));
  if (strana !== undefined) throw new Error(`Not a word of the code: ${strana}`);
  return parole.map(parola => `'${parola}'`).join(', ');
}
