/** Body and options of a multipart request with one file, for `Client.send`. */
export function multipart(name: string, content: Buffer, mediaType = 'application/pdf'): [Buffer, { headers: Record<string, string> }] {
  const boundary = 'prova-8f3a1c';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${mediaType}\r\n\r\n`;
  return [
    Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } },
  ];
}
