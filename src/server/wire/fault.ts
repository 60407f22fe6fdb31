import { TouchstoneError } from '../../support/index.js';

/** What can be wrong with a request; each code has one HTTP status (`http/status.ts`). */
export type FaultCode =
  | 'bad_request'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'timeout'
  | 'too_large'
  | 'unsupported_type'
  | 'too_many_requests'
  | 'unavailable'
  | 'internal';

/** A request that cannot be answered, with the place in it that is wrong: told to the client, never a crash. */
export class Fault extends TouchstoneError {
  override readonly name: string = 'Fault';
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
