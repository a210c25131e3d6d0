export default async function tearDown(): Promise<void> {
  await (globalThis as { stopRunServer?: () => Promise<void> }).stopRunServer?.();
}
