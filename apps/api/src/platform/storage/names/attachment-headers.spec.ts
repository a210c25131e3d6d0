import * as fc from 'fast-check';
import { attachmentHeaders } from './attachment-headers.js';

describe('attachmentHeaders', () => {
  it('B-3: has the file saved, never shown nor run', () => {
    expect(attachmentHeaders('Statuto è già.pdf', 'application/pdf')).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Statuto e gia.pdf"; filename*=UTF-8''Statuto%20%C3%A8%20gi%C3%A0.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('B-3: takes a media type with parameters, and nothing that is not one', () => {
    expect(attachmentHeaders('a.csv', 'text/csv; charset=utf-8')['content-type']).toBe('text/csv; charset=utf-8');
    expect(attachmentHeaders('a', 'text/html\r\nx-evil: 1')['content-type']).toBe('application/octet-stream');
  });

  it('B-3: no name can break out of the header, and RFC 8187 readers get it back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const value = attachmentHeaders(name, 'application/pdf')['content-disposition'] ?? '';
        const [, plain, extended] =
          /^attachment; filename="([\w .()-]+)"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/.exec(value) ?? [];
        expect(plain).toBeDefined();
        expect(decodeURIComponent(extended ?? '%')).not.toMatch(/[\p{C}\\/"]/u);
      }),
      { numRuns: 1000 },
    );
  });
});
