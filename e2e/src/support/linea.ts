import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { test as base } from './fixtures.js';

/** The line between the browser and the portal, which a story cuts and mends. */
export interface Linea {
  /** Drops everything once so many bytes of one connection have gone out, and lets nothing through until `torna`. */
  cadeDopo(bytes: number): void;
  torna(): void;
}

/** Stories told over a line of their own. */
export const test = base.extend<{ linea: Linea & { verso(portale: string): string } }>({
  linea: async ({}, use) => {
    const aperte = new Set<Socket>();
    let [portale, limite, caduta] = [new URL('http://localhost'), Infinity, false];
    const server = createServer(browser => {
      if (caduta) return void browser.destroy();
      const lontano = connect(Number(portale.port), portale.hostname);
      let inviati = 0;
      browser.on('data', (chunk: Buffer) => {
        inviati += chunk.length;
        if (inviati > limite) cade();
      });
      browser.pipe(lontano).pipe(browser);
      for (const capo of [browser, lontano]) {
        aperte.add(capo);
        capo.on('error', () => capo.destroy()).on('close', () => aperte.delete(capo) && [browser, lontano].forEach(c => c.destroy()));
      }
    }).listen(0, '127.0.0.1');
    const cade = () => {
      caduta = true;
      for (const capo of aperte) capo.destroy();
    };
    await once(server, 'listening');
    await use({
      verso: origine => {
        portale = new URL(origine);
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      },
      cadeDopo: bytes => (limite = bytes),
      torna: () => ([limite, caduta] = [Infinity, false]),
    });
    server.close();
    cade();
  },
  baseURL: async ({ baseURL, linea }, use) => use(linea.verso(baseURL ?? '')),
});
