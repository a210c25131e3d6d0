import './ts-hooks.mjs';

export default async function setUp(): Promise<void> {
  const { startRunServer } = await import('./run-server.js');
  (globalThis as { stopRunServer?: () => Promise<void> }).stopRunServer = await startRunServer();
}
