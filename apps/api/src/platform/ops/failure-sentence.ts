/** What the system says of a folder that does not let itself be written. */
const DISK = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EIO',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ELOOP',
  'ENXIO',
  'ENODEV',
  'ESTALE',
  'ENOSPC',
  'EDQUOT',
]);

/** One sentence, in Italian, for whoever started the portal and cannot have it; the rest of the error only where it says more. */
export function failureSentence(error: unknown): string {
  const { code, port, path, message } = error as { code?: string; port?: number; path?: string; message?: string };
  if (code === 'EADDRINUSE')
    return `La porta ${port ?? ''} è già in uso: ferma l'altro programma oppure scegline un'altra (variabili PORT e METRICS_PORT).`;
  if (code === 'EACCES' && port !== undefined) return `Non è permesso usare la porta ${port}: scegline una sopra 1024 con PORT=…`;
  if (code !== undefined && DISK.has(code) && path !== undefined)
    return `Il portale non può partire: non riesce a scrivere in ${path} (${code}). La cartella indicata da DATA_DIR deve essere scrivibile da chi lo avvia.`;
  if (code === 'EADDRNOTAVAIL') return 'L’indirizzo indicato da HOST non è di questa macchina.';
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return 'Il database indicato da DATABASE_URL non risponde: controlla che sia acceso e raggiungibile.';
  if (code === '28P01' || code === '28000') return 'Il database indicato da DATABASE_URL rifiuta le credenziali.';
  if (code === '3D000') return 'Il database indicato da DATABASE_URL non esiste: crealo prima di avviare il portale.';
  return message !== undefined && message !== ''
    ? `Il portale non può partire: ${message}`
    : 'Il portale non può partire per un errore sconosciuto.';
}
