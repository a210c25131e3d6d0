/** `12.5` -> `12,5`. */
export const formatValore = (v: string): string => v.replace('.', ',');
