import type { FaultCode } from '../wire/fault.js';

/** The HTTP status of each fault. */
export const statusOf: Readonly<Record<FaultCode, number>> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_large: 413,
  unsupported_type: 415,
  too_many_requests: 429,
  internal: 500,
  // The request came in time, the answer did not: 408 is for requests that do not arrive.
  timeout: 503,
  unavailable: 503,
};
