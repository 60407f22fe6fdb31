import type { Json } from '../../support/index.js';
import type { Route } from './route.js';
import { objectOf, text } from './schemas.js';

const errorSchema: Json = objectOf({ error: objectOf({ code: text, message: text }) });

/** The OpenAPI 3.1 description of the routes, made from the routes themselves. */
export function openapi(routes: readonly Route[], version: string, withToken: boolean): Json {
  const paths = routes.map((route) => [route.path, { [route.method.toLowerCase()]: operation(route) }]);
  return {
    openapi: '3.1.0',
    info: { title: 'Touchstone', version, description: 'Rewards for reinforcement learning on reasoning.' },
    ...(withToken ? { security: [{ token: [] }] } : {}),
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    // Erasure point: entries of JSON make JSON.
    paths: Object.fromEntries(paths) as Json,
  };
}

const content = (schema: Json): Json => ({ 'application/json': { schema } });

function operation({ summary, request, response, open }: Route): Json {
  return {
    summary,
    ...(open === true ? { security: [] } : {}),
    ...(request === undefined ? {} : { requestBody: { required: true, content: content(request) } }),
    responses: {
      200: { description: 'The answer.', content: content(response) },
      default: { description: 'What was wrong.', content: content(errorSchema) },
    },
  };
}
