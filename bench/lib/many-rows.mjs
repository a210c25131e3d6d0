/** An ambito with so many rows of everything that a page may show, around one tavolo, one avviso, one ente and one incontro. */
export async function seedRows(scenario, query, rows) {
  const ambito = await scenario.ambito();
  const tavolo = await scenario.tavolo(ambito, 'Tavolo con molte righe');
  const coordinatore = await scenario.incarico(ambito, 'coordinatore');
  await scenario.incarico(ambito, 'referente', tavolo);
  const avviso = await scenario.avviso(ambito, [tavolo]);
  const incontro = await scenario.incontro(ambito, tavolo);
  const first = await members(scenario, { ambito, tavolo, avviso }, rows);
  for (let i = 1; i < rows; i += 1) {
    const other = await scenario.tavolo(ambito);
    await scenario.incarico(ambito, 'referente', other);
    await scenario.avviso(ambito, [tavolo, other]);
    await scenario.incontro(ambito, tavolo, { tra: 200 + i });
  }
  for (let i = 0; i < rows; i += 1) await scenario.invitato(ambito, incontro);
  const written = await writings(scenario, query, ambito, tavolo, rows);
  await ledgers(query, { ambito, coordinatore }, first.designazione, rows);
  const names = { ambito: ambito.slug, tavolo: tavolo.slug, avviso: avviso.id, incontro: incontro.id, ...first, ...written };
  return { coordinatore, names };
}

/** So many enti that sit at the tavolo, each with its operatore; what the first of them is called by. */
async function members(scenario, { ambito, tavolo, avviso }, rows) {
  let first;
  for (let i = 0; i < rows; i += 1) {
    const ente = await scenario.ente(ambito);
    await scenario.operatore(ambito, ente);
    const { id } = await scenario.designazione(ambito, { avviso, tavolo, ente, stato: 'accettata', consenso: 'dato' });
    first ??= { ente: ente.id, designazione: id };
  }
  return first;
}

/** So many verbali with their impegni, contributi, elaborati of the Piano and schede still in writing; what the first of each is called by. */
async function writings(scenario, query, ambito, tavolo, rows) {
  let first;
  for (let i = 0; i < rows; i += 1) {
    const verbale = await scenario.verbale(ambito, tavolo, 'approvato');
    await query(
      `INSERT INTO impegno (ambito_id, id, verbale_id, sezione_id, ordine, testo, chi) SELECT $1, gen_random_uuid(), $2, $3, 0, 'Scrivere la scheda', 'Il referente'`,
      [ambito.id, verbale.id, verbale.sezioneId],
    );
    const contributo = await scenario.contributo(ambito, tavolo, { stato: 'pubblicato' });
    await scenario.contributo(ambito, tavolo);
    const elaborato = await scenario.elaborato(ambito, tavolo, 'accolto');
    await scenario.elaborato(ambito, tavolo, 'bozza', { tipo: 'scheda_progetto' });
    first ??= { verbale: verbale.id, contributo: contributo.id, elaborato: elaborato.id };
  }
  return first;
}

/** Mails sent and acts recorded about one designazione. The chain of this register is not meant to hold: nobody verifies it here. */
async function ledgers(query, { ambito, coordinatore }, designazione, rows) {
  await query(
    `INSERT INTO email (id, ambito_id, chiave, tipo, oggetto_tipo, oggetto_id, da_nome, a_nome, a_indirizzo, subject, testo, html, riservata, stato)
     SELECT gen_random_uuid(), $1, gen_random_uuid()::text, 'designazione.inviata', 'designazione', $2::uuid, 'Prova', 'Prova', 'p' || n || '@prova.test', 'Prova', 'Prova', '<p>Prova</p>', false, 'inviata'
     FROM generate_series(1, $3::int) n`,
    [ambito.id, designazione, rows],
  );
  await query(
    `WITH atto AS (
       INSERT INTO registro (ambito_id, seq, at, attore, azione, oggetto_tipo, oggetto_id, impegno, prev, hash)
       SELECT $1, n, now(), $2, 'designazione.crea', 'designazione', $3::uuid, sha256(n::text::bytea), sha256(n::text::bytea), sha256(n::text::bytea) FROM generate_series(1, $4::int) n)
     INSERT INTO registro_dettaglio (ambito_id, seq, sale, contenuto) SELECT $1, n, sha256(n::text::bytea), '{"attore": "Prova"}' FROM generate_series(1, $4::int) n`,
    [ambito.id, coordinatore.id, designazione, rows],
  );
}
