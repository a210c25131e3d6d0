/** Gives the reader a file that was asked for with a header, which a plain link cannot send. */
export function saveFile(body: Blob, name: string): void {
  const href = URL.createObjectURL(body);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  URL.revokeObjectURL(href);
}
