/** A text as people type it, to be compared with what they typed: without accents, with the apostrophe of the keyboard, in small letters. */
export const battuto = (testo: string): string => testo.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
