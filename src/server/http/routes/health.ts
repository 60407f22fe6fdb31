import { ok, type Route } from '../route.js';
import { number, objectOf, text } from '../schemas.js';

/** Tells whether the server takes requests; answered without a token, and 503 while it stops. */
export const healthRoute = (
  version: string,
  state: () => { inFlight: number; stopping: boolean },
): Route => ({
  method: 'GET',
  path: '/healthz',
  summary: 'Is the server up, and how busy?',
  response: objectOf({ ok: { type: 'boolean' }, version: text, inflight: number }),
  open: true,
  answer: () => {
    const { inFlight, stopping } = state();
    const json = { ok: !stopping, version, inflight: inFlight };
    return stopping ? { status: 503, json } : ok(json);
  },
});
