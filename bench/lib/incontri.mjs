/** An ambito with so many public incontri, four points each: what feeds are measured on. */
export async function seedIncontri(scenario, query, count) {
  const base = await scenario.base();
  for (let i = 0; i < count; i += 1) {
    const { id } = await scenario.incontro(base.ambito, base.tavolo, { tra: 24 * (i + 1), titolo: `Incontro di misura ${i}` });
    await query(
      `INSERT INTO incontro_punto (ambito_id, id, incontro_id, ordine, titolo, minuti) SELECT $1, gen_random_uuid(), $2, n, 'Punto all’ordine del giorno', 20 FROM generate_series(1, 3) n`,
      [base.ambito.id, id],
    );
  }
  return { slug: base.ambito.slug, ambitoId: base.ambito.id, coordinatore: base.coordinatore };
}
