export const ROUNDS = 5;

/**
 * Measures the product and its raw limit by turns, who goes first by turns too, so that whatever else the machine does slows both. After a
 * round that does not count, the median of the ratios; `product(round)` and `raw(round)` resolve to what one round gave.
 */
export async function compare({ product, raw, rounds = ROUNDS }) {
  const pairs = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = {};
    const turns = [
      ['product', product],
      ['raw', raw],
    ];
    for (const [name, measure] of round % 2 === 0 ? turns : turns.reverse()) pair[name] = await measure(round);
    if (round > 0) pairs.push({ ...pair, ratio: pair.product.perSecond / pair.raw.perSecond });
  }
  const of = pick => median(pairs.map(pick));
  return {
    ratio: of(pair => pair.ratio),
    product: of(pair => pair.product.perSecond),
    raw: of(pair => pair.raw.perSecond),
    p99: of(pair => pair.product.p99),
    busy: { product: of(pair => pair.product.busy), raw: of(pair => pair.raw.busy) },
    rounds: pairs,
  };
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
