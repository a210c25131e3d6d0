const KB = 1024;
const MB = KB * KB;

/** A size in bytes as people read it: `2,4 MB` (of 1024 kB, as file managers count). */
export function fileSize(bytes: number): string {
  if (bytes < KB) return `${bytes} byte`;
  const [value, unit] = bytes < MB ? [bytes / KB, 'kB'] : [bytes / MB, 'MB'];
  return `${value.toLocaleString('it-IT', { maximumFractionDigits: 1 })} ${unit}`;
}
