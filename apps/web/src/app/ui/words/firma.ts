/** What is told of a file that came in a signed envelope (.p7m): nobody here has verified it. Empty for any other file. */
export function firmaDetta(firmatari: readonly string[] | null): string {
  if (firmatari === null) return '';
  const chi = new Intl.ListFormat('it').format(firmatari);
  return `Firmato (.p7m)${chi === '' ? '' : ` da ${chi}`}: firma non verificata qui.`;
}
