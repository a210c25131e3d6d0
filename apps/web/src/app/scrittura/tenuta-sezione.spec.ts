import { rifiuto, sezione } from '../../testing/verbali';
import { problemOf, problemText } from '../ui/problem';
import { TenutaSezione } from './tenuta-sezione';

/** The door of a section: who holds it, and a clock that goes when it is told to. */
function porta() {
  const stato = { di: null as string | null, chieste: 0, lasciate: 0, ora: 0, rinnova: null as (() => void) | null, prese: 0 };
  const tenuta = new TenutaSezione({
    tieni: async () => {
      await Promise.resolve();
      stato.chieste += 1;
      if (stato.di) throw rifiuto({ status: 409, code: 'verbale.sezione_tenuta', detail: `Sta scrivendo ${stato.di}.` });
      return sezione({ tenutaDa: { nome: 'Rita', tua: true } });
    },
    lascia: () => Promise.resolve(void (stato.lasciate += 1)),
    ogni: (_ms, work) => {
      stato.rinnova = work;
      return () => (stato.rinnova = null);
    },
    adesso: () => new Date(stato.ora),
    presa: () => (stato.prese += 1),
    rifiuto: error => (problemOf(error).code === 'verbale.sezione_tenuta' ? problemText(problemOf(error)) : null),
  });
  const dopo = async (secondi: number) => {
    stato.ora += secondi * 1000;
    stato.rinnova?.();
    await new Promise(resolve => setTimeout(resolve));
  };
  const tocca = async () => {
    tenuta.tocca();
    await new Promise(resolve => setTimeout(resolve));
  };
  return { stato, tenuta, dopo, tocca };
}

describe('A section held while somebody writes', () => {
  it('is asked for at the first touch, and not again at every key', async () => {
    const { stato, tenuta, tocca } = porta();
    await tocca();
    await tocca();
    expect([tenuta.mia(), stato.chieste, stato.prese]).toEqual([true, 1, 1]);
  });

  it('is held on while one writes, and let go after a minute of silence', async () => {
    const { stato, tenuta, tocca, dopo } = porta();
    await tocca();
    await dopo(20);
    expect([stato.chieste, tenuta.mia()]).toEqual([2, true]);
    await dopo(20);
    await dopo(30);
    expect([tenuta.mia(), stato.lasciate, stato.rinnova]).toEqual([false, 1, null]);
  });

  it('of another: says who, and can be asked for again', async () => {
    const { stato, tenuta, tocca } = porta();
    stato.di = 'Rachele Finta';
    await tocca();
    expect([tenuta.mia(), tenuta.rifiuto()]).toEqual([false, 'Sta scrivendo Rachele Finta.']);
    stato.di = null;
    await tocca();
    expect([tenuta.mia(), tenuta.rifiuto()]).toEqual([true, null]);
  });

  it('taken over by another meanwhile is mine no more', async () => {
    const { stato, tenuta, tocca, dopo } = porta();
    await tocca();
    stato.di = 'Rachele Finta';
    await dopo(20);
    expect([tenuta.mia(), tenuta.rifiuto()]).toEqual([false, 'Sta scrivendo Rachele Finta.']);
  });
});
