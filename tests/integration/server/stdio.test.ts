import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { cli, linesOf, main } from '../../helpers/cli.js';
import { root } from '../../helpers/source-files.js';

const line = (id: number, ...labels: readonly string[]): string =>
  `${JSON.stringify({ id, items: labels.map((label) => ({ response: '\\boxed{4}', label })) })}\n`;

describe('serve --stdio', () => {
  test('a reply for every line, found by its id; ends with its input; nothing else on standard output', async () => {
    const input = `${line(1, '4', '5')}\n${line(2)}not JSON\n{"id":"x"}\n${line(3, '4')}`;
    const { status, stdout, stderr } = await cli(['serve', '--stdio'], { input });
    expect(status).toBe(0);
    expect(stderr).toBe('');
    const replies = new Map(linesOf(stdout).map((reply) => [reply.id, reply]));
    expect(replies.size).toBe(5);
    expect(replies.get(1)).toMatchObject({ results: [{ reward: 1 }, { reward: 0 }] });
    expect(replies.get(2)).toMatchObject({ results: [] });
    expect(replies.get(3)).toMatchObject({ results: [{ reward: 1 }] });
    expect(replies.get('x')).toMatchObject({ error: { code: 'bad_request' } });
    expect(replies.get(null)).toMatchObject({ error: { code: 'bad_request' } });
  });

  test('a line of invalid UTF-8 spoils no other', async () => {
    const input = Buffer.concat([
      Buffer.from(line(1, '4')),
      Buffer.of(0x22, 0xff, 0x0a),
      Buffer.from(line(2, '4')),
    ]);
    const { stdout } = await cli(['serve', '--stdio'], { input });
    const replies = new Map(linesOf(stdout).map((reply) => [reply.id, reply]));
    expect(replies.get(1)).toMatchObject({ results: [{ reward: 1 }] });
    expect(replies.get(2)).toMatchObject({ results: [{ reward: 1 }] });
    expect(replies.get(null)).toMatchObject({ error: { message: 'the request is not valid UTF-8' } });
  });

  test('while replies are not read nothing more is taken in', async () => {
    const child = spawn(process.execPath, [main, 'serve', '--stdio', '--jobs', '1'], { cwd: root });
    const request = line(1, ...Array.from({ length: 200 }, () => '4'));
    let taken = 0;
    // Far more than all buffers on the way hold, as long as the server stops reading.
    while (taken < 2000 && child.stdin.write(request)) taken += 1;
    for (let i = 0; i < 40 && child.stdin.writableNeedDrain; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      while (taken < 2000 && !child.stdin.writableNeedDrain) {
        child.stdin.write(request);
        taken += 1;
      }
    }
    expect(taken).toBeLessThan(2000);
    let replies = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      replies += text.split('\n').length - 1;
    });
    child.stdin.end();
    await once(child, 'close');
    expect(replies).toBeGreaterThanOrEqual(taken);
  });

  test('a request over the limit is refused, the next is answered', async () => {
    const long = line(1, '4').replace('boxed{4}', `boxed{4}${' '.repeat(5000)}`);
    const { stdout } = await cli(['serve', '--stdio', '--max-body', '0.004'], {
      input: `${long}${line(2, '4')}`,
    });
    const replies = new Map(linesOf(stdout).map((reply) => [reply.id, reply]));
    expect(replies.get(null)).toMatchObject({ error: { code: 'too_large' } });
    expect(replies.get(2)).toMatchObject({ results: [{ reward: 1 }] });
  });
});
