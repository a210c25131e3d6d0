import { TestBed } from '@angular/core/testing';
import { HEADER_AUTOMATICA } from '@tavoli/shared';
import { Api } from './api';
import { API_FETCH } from './api-fetch';

describe('What a page asks for', () => {
  let sent: Record<string, string>[] = [];
  let now = 0;
  const clock = performance.now.bind(performance);

  beforeEach(() => {
    sent = [];
    now = 0;
    performance.now = () => now;
    const answer = (_url: string, { headers }: { headers: Record<string, string> }) => {
      sent.push(headers);
      return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve('{}') } as Response);
    };
    TestBed.configureTestingModule({ providers: [{ provide: API_FETCH, useValue: answer }] });
  });
  afterEach(() => {
    performance.now = clock;
  });

  it('B-11: by itself, with nobody there, is told as such, so that it keeps nobody signed in; whoever comes back is there at once', async () => {
    const api = TestBed.inject(Api);
    const automatica = async () => {
      await api.get('/api/v1/sessione');
      return HEADER_AUTOMATICA in (sent.at(-1) ?? {});
    };
    expect(await automatica()).toBe(false);
    now = 61_000;
    expect(await automatica()).toBe(true);
    document.dispatchEvent(new Event('keydown'));
    expect(await automatica()).toBe(false);
    now = 130_000;
    await api.post('/api/v1/qualcosa', {});
    expect(HEADER_AUTOMATICA in (sent.at(-1) ?? {})).toBe(true);
  });
});
