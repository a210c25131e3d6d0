/** Does `work` `total` times, `atOnce` at a time. @returns how many a second, as `compare` takes it */
export async function repeat(total, atOnce, work) {
  const start = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < total) await work(next++);
    }),
  );
  return { perSecond: (total * 1000) / (performance.now() - start) };
}
