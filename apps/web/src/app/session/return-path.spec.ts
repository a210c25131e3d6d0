import { returnPath } from './return-path';

describe('The page to return to after signing in', () => {
  it.each(['/', '/corigliano-rossano/area', '/accedi?x=1', '/a/b?c=d&e=%2F#f'])('is %s, a path of ours', path =>
    expect(returnPath(path)).toBe(path),
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%09/evil\n',
    '/\u0000',
    'evil',
    '',
    null,
    undefined,
  ])('B-17: is the home instead of %j', path => expect(returnPath(path)).toBe('/'));

  it('B-17: stays on our site whatever the path resolves to', () => {
    expect(returnPath('/..//evil.example')).not.toMatch(/^\/\//);
  });
});
