/** Keeps the screen from going dark while the page is in sight, where the browser can. @returns how to leave it be */
export function tieniAcceso(): () => void {
  let sentinella: WakeLockSentinel | null = null;
  let finito = false;
  const chiedi = async () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    sentinella = await navigator.wakeLock.request('screen').catch(() => null);
    if (finito) void sentinella?.release();
  };
  // The browser lets go whenever the page is hidden.
  const torna = () => void chiedi();
  document.addEventListener('visibilitychange', torna);
  torna();
  return () => {
    finito = true;
    document.removeEventListener('visibilitychange', torna);
    void sentinella?.release();
  };
}
