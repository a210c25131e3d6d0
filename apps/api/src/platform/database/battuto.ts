/** SQL: a text as people type it, to be compared with what they typed: without accents, with the apostrophe of the keyboard. */
export const battuto = (sql: string): string => `unaccent(translate(${sql}, '’', ''''))`;
