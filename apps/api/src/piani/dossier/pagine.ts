/** How many pages a PDF of ours has: the count of the root of its page tree (ISO 32000-1, 7.7.3.2). */
export function pagineDi(pdf: Buffer): number {
  let pagine = 0;
  for (const [, n] of pdf.toString('latin1').matchAll(/\/Type\s*\/Pages(?:(?!\/Type)[^>])*?\/Count\s+(\d+)/g))
    pagine = Math.max(pagine, Number(n));
  return pagine;
}
