/**
 * The exceptions of Touchstone. An exception means misuse or a broken machine, never an outcome of
 * mathematics. Each message says what was expected, what came, where, and what to do.
 */
export class TouchstoneError extends Error {
  override readonly name: string = 'TouchstoneError';
}

/** A wrong option, term or configuration file: the caller's to mend. `path` points into it. */
export class ConfigError extends TouchstoneError {
  override readonly name: string = 'ConfigError';
  readonly path: string;
  constructor(message: string, path = '') {
    super(message);
    this.path = path;
  }
}

/** Unusable input data: a file that cannot be read, a malformed record. */
export class InputError extends TouchstoneError {
  override readonly name: string = 'InputError';
}

/** Something this machine lacks (a peer package, a GPU); the message names the command that adds it. */
export class BackendError extends TouchstoneError {
  override readonly name: string = 'BackendError';
}
