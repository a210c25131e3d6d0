import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * What `SMTP_URL` asks for. `smtps:` speaks TLS from the first byte; `smtp:` changes to TLS where the server offers it, must do so when it
 * carries a password, and never does on the loopback, where local servers show certificates that nobody signed. Certificates
 * are always verified: no parameter of the address can change that.
 */
export function smtpOptions(address: string): SMTPPoolOptions {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const local = LOOPBACK.test(url.hostname);
  const authenticated = url.username !== '';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : authenticated ? 587 : 25),
    secure,
    ignoreTLS: local && !secure,
    requireTLS: authenticated && !local && !secure,
    ...(authenticated ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
  };
}
