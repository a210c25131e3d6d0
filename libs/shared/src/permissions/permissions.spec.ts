import { DESIGNAZIONE } from '../designazioni/designazione.states.js';
import { PUBBLICO, rolesIn, type Actor } from './actor.js';
import { azioniPermesse, can, haUfficio, tavoliDove } from './can.js';
import { dichiarazioneDi, RUOLI, RUOLO, type RuoloIncarico } from './ruoli.js';

const actor = (fields: Partial<Actor>): Actor => ({ ...PUBBLICO, id: 'io', ...fields });
const referente = actor({ incarichi: [{ ruolo: 'referente', ambitoId: 'a', tavoloId: 't' }] });

describe('roles are held in a place', () => {
  it('a referente of another tavolo is only a cittadino here', () => {
    expect(rolesIn(referente, { ambitoId: 'a', tavoloId: 't' })).toContain('referente');
    expect(rolesIn(referente, { ambitoId: 'a', tavoloId: 'altro' })).toEqual(['pubblico', 'cittadino']);
    expect(rolesIn(referente, { ambitoId: 'a' })).toEqual(['pubblico', 'cittadino']);
  });

  it('a coordinatore of another ambito is only a cittadino here', () => {
    const coordinatore = actor({ incarichi: [{ ruolo: 'coordinatore', ambitoId: 'altrove', tavoloId: null }] });
    expect(rolesIn(coordinatore, { ambitoId: 'a', tavoloId: 't' })).toEqual(['pubblico', 'cittadino']);
  });

  it('an operatore acts only for the ente, and only in its ambito', () => {
    const operatore = actor({ enti: [{ ambitoId: 'a', enteId: 'e' }] });
    expect(can(operatore, 'designazione.invia', { ambitoId: 'a', enteId: 'e' })).toBe(true);
    expect(can(operatore, 'designazione.invia', { ambitoId: 'a', enteId: 'altro' })).toBe(false);
    expect(can(operatore, 'designazione.invia', { ambitoId: 'b', enteId: 'e' })).toBe(false);
  });

  it('the public holds no role but its own, even with roles written beside it', () => {
    expect(rolesIn({ ...referente, id: null }, { ambitoId: 'a', tavoloId: 't' })).toEqual(['pubblico']);
  });
});

describe('a role counts only as it is declared', () => {
  const con = (ruolo: string, fields: Partial<Actor['incarichi'][number]> = {}): Actor =>
    actor({ incarichi: [{ ruolo: ruolo as RuoloIncarico, ambitoId: 'a', tavoloId: null, ...fields }] });
  const CITTADINO = ['pubblico', 'cittadino'];

  it.each(['sindaco', 'constructor', 'toString', ''])('what is no role counts nowhere: «%s»', ruolo => {
    for (const place of [{ ambitoId: 'a' }, { ambitoId: 'a', tavoloId: 't' }]) {
      expect(rolesIn(con(ruolo), place)).toEqual(CITTADINO);
      expect(rolesIn(con(ruolo, { tavoloId: 't' }), place)).toEqual(CITTADINO);
    }
    expect(tavoliDove(con(ruolo), 'contributo.coda', 'a')).toEqual([]);
    expect(haUfficio(con(ruolo))).toBe(false);
  });

  it('one of a tavolo that names none, and one of the ambito that names a tavolo, count nowhere', () => {
    expect(rolesIn(con('referente'), { ambitoId: 'a', tavoloId: 't' })).toEqual(CITTADINO);
    expect(rolesIn(con('coordinatore', { tavoloId: 't' }), { ambitoId: 'a', tavoloId: 't' })).toEqual(CITTADINO);
    expect(tavoliDove(con('coordinatore', { tavoloId: 't' }), 'contributo.coda', 'a')).toEqual([]);
  });

  it('one that no office gives is not held by an incarico', () => {
    for (const ruolo of RUOLI.filter(r => dichiarazioneDi(r)?.incarico === undefined))
      expect([
        ruolo,
        rolesIn(con(ruolo), { ambitoId: 'a' }),
        rolesIn(con(ruolo, { tavoloId: 't' }), { ambitoId: 'a', tavoloId: 't' }),
      ]).toEqual([ruolo, CITTADINO, CITTADINO]);
  });

  it('the tavoli where a permission is held are those of the role, or all', () => {
    expect(tavoliDove(referente, 'contributo.coda', 'a')).toEqual(['t']);
    expect(tavoliDove(referente, 'contributo.coda', 'altrove')).toEqual([]);
    expect(tavoliDove(referente, 'contributo.decidi_riesame', 'a')).toEqual([]);
    expect(tavoliDove(con('coordinatore'), 'contributo.coda', 'a')).toBeNull();
    expect(tavoliDove(actor({ tavoli: [{ ambitoId: 'a', tavoloId: 's' }] }), 'verbale.leggi', 'a')).toEqual(['s']);
  });

  it('what it counts as among several tavoli is declared, as every role it names', () => {
    const congiunti = RUOLI.flatMap(r => dichiarazioneDi(r)?.congiunto ?? []);
    expect(congiunti.map(c => RUOLO[c as keyof typeof RUOLO].dove)).toEqual(congiunti.map(() => 'tavoli'));
    expect(rolesIn(referente, { ambitoId: 'a', tavoloId: 'altro', tavoli: ['altro', 't'] })).toEqual([...CITTADINO, 'referente_congiunto']);
    expect(rolesIn(referente, { ambitoId: 'a', tavoloId: null, tavoli: ['altro', 't'] })).toEqual(CITTADINO);
  });
});

describe('the steps offered', () => {
  it('are those that state and role both allow', () => {
    expect(azioniPermesse('designazione', DESIGNAZIONE, 'inviata', ['referente'])).toEqual([
      'accetta',
      'chiedi_integrazione',
      'respingi',
      'correggi_veste',
    ]);
    expect(azioniPermesse('designazione', DESIGNAZIONE, 'inviata', ['operatore'])).toEqual(['revoca']);
    expect(azioniPermesse('designazione', DESIGNAZIONE, 'accettata', ['operatore'])).toEqual(['revoca', 'sostituisci']);
    expect(azioniPermesse('designazione', DESIGNAZIONE, 'respinta', ['operatore', 'referente', 'coordinatore'])).toEqual([]);
  });
});
