import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { Fault } from '../wire/fault.js';

/** Who may ask. */
export interface Access {
  /** Asked for as `Authorization: Bearer …` when not null. */
  readonly token: string | null;
  /** Names (without port) a Host header may carry besides numeric addresses and localhost. */
  readonly hosts: ReadonlySet<string>;
}

/** True for addresses only this machine reaches. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '0:0:0:0:0:0:0:1' || /^127(?:\.\d{1,3}){3}$/.test(host);

/**
 * Refuses a request before its body is read. A page in a browser on this machine may reach a loopback server: it is told
 * apart by its Origin, and by a Host that is a name of its own (DNS rebinding). Throws {@link Fault}.
 */
export function admit(headers: IncomingHttpHeaders, access: Access): void {
  if (headers.origin !== undefined)
    throw new Fault('forbidden', 'requests from web pages are refused: call the server from a program');
  const host = hostName(headers.host ?? '');
  if (isIP(host) === 0 && host !== 'localhost' && !access.hosts.has(host))
    throw new Fault(
      'forbidden',
      'the Host header names another server; start with --allow-host to accept a name',
    );
  if (access.token !== null && !sameSecret(secretOf(headers), access.token))
    throw new Fault(
      'unauthorized',
      'send the header "Authorization: Bearer TOKEN" with the token of this server',
    );
}

const hostName = (header: string): string =>
  header
    .toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/^\[(.*)\]$/, '$1');

/** The token as `Authorization: Bearer …`, or as the `X-API-Key` that clients of the Open Reward Standard send. */
function secretOf({ authorization, 'x-api-key': key }: IncomingHttpHeaders): string {
  if (authorization !== undefined && /^bearer /i.test(authorization)) return authorization.slice(7).trim();
  return typeof key === 'string' ? key : '';
}

/** Compares digests, so that neither content nor length shows in the time taken. */
const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
