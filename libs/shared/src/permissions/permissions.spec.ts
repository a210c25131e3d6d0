import { DESIGNAZIONE } from '../designazioni/designazione.states.js';
import { PUBBLICO, rolesIn, type Actor } from './actor.js';
import { azioniPermesse, can } from './can.js';

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

describe('the steps offered', () => {
  it('are those that state and role both allow', () => {
    expect(azioniPermesse('designazione', DESIGNAZIONE, 'inviata', ['referente'])).toEqual(['accetta', 'respingi']);
    expect(azioniPermesse('designazione', DESIGNAZIONE, 'inviata', ['operatore'])).toEqual(['revoca']);
    expect(azioniPermesse('designazione', DESIGNAZIONE, 'accettata', ['operatore'])).toEqual(['revoca', 'sostituisci']);
    expect(azioniPermesse('designazione', DESIGNAZIONE, 'respinta', ['operatore', 'referente', 'coordinatore'])).toEqual([]);
  });
});
