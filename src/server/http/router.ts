import { Fault } from '../wire/fault.js';
import type { Route } from './route.js';

/** Finds the route of a request. Paths are compared as they are: nothing is decoded, no file is ever served. */
export class Router {
  readonly #byPath = new Map<string, Route[]>();

  constructor(routes: readonly Route[]) {
    for (const route of routes)
      this.#byPath.set(route.path, [...(this.#byPath.get(route.path) ?? []), route]);
  }

  /** Throws {@link Fault}: no such path, or not with this method. */
  find(method: string | undefined, path: string): Route {
    const routes = this.#byPath.get(path);
    if (routes === undefined)
      throw new Fault('not_found', `no such path; there are: ${[...this.#byPath.keys()].join(' ')}`);
    const route = routes.find((one) => one.method === method);
    if (route !== undefined) return route;
    throw new Fault('method_not_allowed', `use ${routes.map((one) => one.method).join(' or ')} here`);
  }
}
