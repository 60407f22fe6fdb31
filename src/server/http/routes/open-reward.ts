import { randomUUID } from 'node:crypto';
import type { Json } from '../../../support/index.js';
import { Environment, SUBMIT } from '../../open-reward/environment.js';
import type { Task } from '../../open-reward/tasks.js';
import { Fault } from '../../wire/fault.js';
import { asNumber, asObject, asText, field, type JsonObject } from '../../wire/read.js';
import { type Call, ok, type Reply, type Route } from '../route.js';

/** The environment's name in paths; clients that name none use the paths without it. */
const NAME = 'math';

const TOOLS: Json = {
  tools: [SUBMIT],
  terminal_tool: null,
  supports_score_group: false,
  message_block_types: ['text'],
};

/** A task as clients see and send it back: without its gold answer. */
const specOf = ({ id, split, prompt }: Task, index: number): Json => ({ id, split, index, prompt });

/**
 * The routes of the Open Reward Standard, as its own client (`openreward` 0.1.167) asks them: splits, tasks, sessions, and
 * one tool. Results of tools are streams of events, of which there is always one, at the end.
 */
export function openRewardRoutes(tasks: readonly Task[]): readonly Route[] {
  const world = new Environment(tasks);
  return [
    ...sessionRoutes(world),
    ...taskRoutes(world).flatMap(namedToo),
    ...playRoutes(world).flatMap(namedToo),
  ];
}

/** The route, and the same below the environment's name. */
const namedToo = (route: Route): readonly Route[] => [route, { ...route, path: `/${NAME}${route.path}` }];

type Answer = Route['answer'];

const get = (path: string, summary: string, answer: Answer): Route => ({
  method: 'GET',
  path,
  summary: `Open Reward Standard: ${summary}`,
  response: {},
  answer,
});

const post = (path: string, summary: string, answer: Answer, bodiless = false): Route => ({
  ...get(path, summary, answer),
  method: 'POST',
  request: {},
  bodiless,
  single: true,
});

const bodyOf = ({ body }: Call): JsonObject => asObject(body, 'request');

const sessionOf = ({ session }: Call): string => {
  if (session === null) throw new Fault('bad_request', 'the header X-Session-ID is required');
  return session;
};

/** Events of a stream that has one result. */
const events = (id: string, end: string): Reply => ({
  status: 200,
  type: 'text/event-stream',
  text: `event: task_id\ndata: ${id}\n\nevent: end\ndata: ${end}\n\n`,
});

function sessionRoutes(world: Environment): readonly Route[] {
  return [
    get('/health', 'is the server up?', () => ok({ status: 'ok' })),
    get('/list_environments', 'the one environment.', () => ok([NAME])),
    post('/create_session', 'a session’s id.', () => events(randomUUID(), ''), true),
    post('/create', 'begins an episode at a task.', (call) => {
      const body = bodyOf(call);
      const spec = asObject(field(body, 'task_spec') ?? body, 'task_spec');
      const index = asNumber(field(spec, 'index'), 'index', 0);
      world.create(sessionOf(call), world.task(asText(field(spec, 'split'), 'split'), index));
      return ok({ sid: sessionOf(call) });
    }),
    post(
      '/ping',
      'keeps a session.',
      ({ session }) => {
        world.session(session);
        return ok({ status: 'ok' });
      },
      true,
    ),
    ...['/delete', '/delete_session'].map((path) =>
      post(
        path,
        'ends a session.',
        (call) => {
          world.delete(sessionOf(call));
          return ok({ sid: sessionOf(call) });
        },
        true,
      ),
    ),
  ];
}

function taskRoutes(world: Environment): readonly Route[] {
  const splitOf = (call: Call): string => asText(field(bodyOf(call), 'split'), 'split');
  const specs = (split: string): readonly Json[] => world.tasks(split).map(specOf);
  return [
    get('/splits', 'the splits.', () =>
      ok(
        world.splits.map((name) => ({ name, type: ['train', 'test'].includes(name) ? name : 'validation' })),
      ),
    ),
    post('/tasks', 'all tasks of a split.', (call) =>
      ok({ tasks: [...specs(splitOf(call))], env_name: NAME }),
    ),
    post('/num_tasks', 'how many tasks a split has.', (call) =>
      ok({ num_tasks: world.tasks(splitOf(call)).length }),
    ),
    post('/task', 'one task.', (call) => {
      const index = asNumber(field(bodyOf(call), 'index'), 'index', 0);
      return ok({ task: specOf(world.task(splitOf(call), index), index), env_name: NAME });
    }),
    post('/task_range', 'tasks from start to stop; negative numbers count from the end.', (call) => {
      const bound = (name: string): number | undefined => {
        const value = field(bodyOf(call), name);
        return value === undefined ? undefined : asNumber(value, name);
      };
      return ok({ tasks: specs(splitOf(call)).slice(bound('start'), bound('stop')), env_name: NAME });
    }),
  ];
}

function playRoutes(world: Environment): readonly Route[] {
  const blocks = (call: Call): Json => [
    { text: world.session(call.session).task.prompt, detail: null, type: 'text' },
  ];
  return [
    get('/tools', 'the one tool, submit.', () => ok(TOOLS)),
    get('/task_tools', 'the one tool, submit.', (call) => {
      world.session(call.session);
      return ok(TOOLS);
    }),
    get('/prompt', 'the problem.', (call) => ok(blocks(call))),
    get('/messages', 'the problem as a message.', (call) =>
      ok([{ role: 'user', blocks: blocks(call), detail: null }]),
    ),
    post('/call', 'submits the answer: a reward, and the end.', async (call) => {
      const body = bodyOf(call);
      const input = asObject(field(body, 'input') ?? {}, 'input');
      const result = await world.call(
        world.session(call.session),
        asText(field(body, 'name'), 'name'),
        input,
        call,
      );
      return events(randomUUID(), JSON.stringify(result));
    }),
  ];
}
