import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, linesOf, main, sums, timeless, verifyOf, workFolder } from '../../helpers/cli.js';
import { root } from '../../helpers/source-files.js';

/** Damaged input: every bad record is named once, every good one is judged as if nothing had happened. */
const work = workFolder();
afterAll(() => work.remove());

const rows = sums(40);
const verdicts = async (file: string, extra: readonly string[] = []): Promise<Map<unknown, unknown>> => {
  const run = await cli(['verify', file, '--jsonl', ...extra]);
  return new Map(linesOf(run.stdout).map((line) => [line.id, { ...verifyOf(line), ms: 0 }]));
};

describe('rows', () => {
  test('malformed rows are named by file and line; the others keep their verdicts', async () => {
    const clean = await verdicts(work.file('clean.jsonl', rows.join('\n')));
    const bad = [...rows];
    bad[0] = '{bad';
    bad[7] = '[]';
    bad[8] = '';
    bad[9] = `${rows[9]}\r`;
    bad[20] = '{"id":20,"response":"\\\\boxed{1}"}';
    bad[21] = '{"id":21,"gold":null,"response":"\\\\boxed{1}"}';
    bad[22] = '{"id":22,"gold":"44","response":44}';
    bad[23] = '{"id":23,"gold":"44"}';
    bad[39] = 'nul';
    const file = work.file('bad.jsonl', `${bad.join('\n')}\n`);
    const rejects = join(work.path, 'rejects.jsonl');
    const run = await cli(['verify', file, '--jsonl', '--rejects', rejects]);
    const out = new Map(linesOf(run.stdout).map((line) => [line.id, { ...verifyOf(line), ms: 0 }]));
    for (const [id, verdict] of clean) {
      if (![0, 7, 8, 20, 21, 22, 23, 39].includes(id as number)) expect(out.get(id)).toEqual(verdict);
    }
    expect(out.get(20)).toMatchObject({ correct: null });
    expect(out.get(21)).toMatchObject({ correct: null });
    expect(out.get(22)).toMatchObject({ correct: true });
    expect(out.get(23)).toMatchObject({ correct: false });
    for (const line of [1, 8, 21, 22, 24, 40])
      expect(run.stderr).toMatch(new RegExp(`bad\\.jsonl:${line}: .+`));
    const named = linesOf(readFileSync(rejects, 'utf8'));
    expect(named.map(({ line }) => line)).toEqual([1, 8, 21, 22, 24, 40]);
    const bytes = readFileSync(file);
    for (const { line, byte } of named.filter(({ line }) => line === 8 || line === 40)) {
      expect(bytes.subarray(Number(byte), Number(byte) + 2).toString()).toBe(line === 8 ? '[]' : 'nu');
    }
    expect(run.stderr).toContain('rejected=3');
    expect(run.status).toBe(3);
  });

  test('a last line that was cut is called truncated', async () => {
    const file = work.file('cut.jsonl', `${rows.join('\n')}\n${rows[0]?.slice(0, 20)}`);
    const run = await cli(['verify', file, '--jsonl']);
    expect(linesOf(run.stdout)).toHaveLength(40);
    expect(run.stderr).toContain('cut.jsonl:41: truncated');
    expect(run.status).toBe(3);
  });

  test('a line over the limit is rejected unread', async () => {
    const huge = `{"id":"huge","gold":"1","response":"${'x'.repeat(9 * 1024 * 1024)}"}`;
    const file = work.file('huge.jsonl', [rows[0], huge, rows[1]].join('\n'));
    const run = await cli(['verify', file, '--jsonl']);
    expect(linesOf(run.stdout).map(({ id }) => id)).toEqual([0, 1]);
    expect(run.stderr).toMatch(/huge\.jsonl:2: the record has \d+ bytes; the limit is 8 MiB/);
    expect(run.status).toBe(3);
  });

  test('invalid UTF-8 costs its own line', async () => {
    const bad = Buffer.from([
      ...Buffer.from('{"gold":"1","response":"'),
      0xff,
      0xfe,
      0xc3,
      0x28,
      ...Buffer.from('"}'),
    ]);
    const file = work.file(
      'utf8.jsonl',
      Buffer.concat([Buffer.from(`${rows[0]}\n`), bad, Buffer.from(`\n${rows[1]}\n`)]),
    );
    const run = await cli(['verify', file, '--jsonl']);
    expect(linesOf(run.stdout)).toHaveLength(2);
    expect(run.stderr).toContain('utf8.jsonl:2: not valid UTF-8');
  });

  test.each(['utf16le', 'latin1'] as const)(
    'UTF-16 is refused at once with what to do (%s)',
    async (encoding) => {
      const data =
        encoding === 'utf16le'
          ? Buffer.from(`\ufeff${rows.join('\n')}`, 'utf16le')
          : Buffer.from(rows.join('\n'), 'utf16le');
      const run = await cli(['verify', work.file(`${encoding}.jsonl`, data)]);
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr).toContain('UTF-16');
    },
  );

  test('hostile keys and characters: verdicts stand, the output parses, no prototype changes', async () => {
    const hostile = [
      '{"gold":"1","response":"\\\\boxed{1}","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      '{"gold":"2","response":"\\ud800 \\u0000 \\\\boxed{2}","id":"\\u001b[31m\\u202e"}',
    ];
    const run = await cli(['verify', work.file('hostile.jsonl', hostile.join('\n')), '--jsonl'], {
      nodeOptions: ['--disable-proto=throw', '--disallow-code-generation-from-strings'],
    });
    expect(linesOf(run.stdout).map((line) => verifyOf(line).correct)).toEqual([true, true]);
    const table = await cli([
      'verify',
      work.file('hostile2.jsonl', hostile.join('\n').replace('boxed{2}', 'boxed{3\\u001b[2J}')),
    ]);
    expect(table.stdout).not.toContain('\u001b');
    expect(table.stdout).not.toContain('\u202e');
  });

  test('the same id twice: both rows are kept, in order, and it is said', async () => {
    const run = await cli([
      'verify',
      work.file('twice.jsonl', [rows[0], rows[2], rows[0]].join('\n')),
      '--jsonl',
    ]);
    expect(linesOf(run.stdout).map(({ id }) => id)).toEqual([0, 2, 0]);
    expect(run.stderr).toContain('1 records repeat an id');
  });

  test('CSV rows with too few cells or an open quote are named', async () => {
    const file = work.file('bad.csv', 'gold,response\n1,\\boxed{1}\n2\n"3","\\boxed{3}\nmore"\n4,"open');
    const run = await cli(['verify', file, '--jsonl']);
    expect(linesOf(run.stdout).map((line) => verifyOf(line).correct)).toEqual([true, true]);
    expect(run.stderr).toContain('bad.csv:3: expected 2 cells, got 1');
    expect(run.stderr).toContain('bad.csv:6: truncated');
    expect(run.status).toBe(3);
  });
});

describe('gzip', () => {
  const text = sums(3000).join('\n');
  const whole = gzipSync(text);

  test.each([
    {
      name: 'truncated',
      data: whole.subarray(0, whole.length - 1000),
      says: /unexpected end of file at byte \d+/,
    },
    { name: 'damaged', data: flipped(whole, whole.length - 3), says: /incorrect (data|length) check/ },
    {
      name: 'garbage',
      data: Buffer.concat([whole, Buffer.from('garbage')]),
      says: /at byte \d+ of the gzip data/,
    },
  ])('$name: what came before is judged, the fault is named', async ({ name, data, says }) => {
    const run = await cli(['verify', work.file(`${name}.jsonl.gz`, data), '--jsonl']);
    const lines = linesOf(run.stdout);
    expect(lines.length).toBeGreaterThan(2500);
    expect(lines.every((line, i) => line.id === i)).toBe(true);
    expect(run.stderr).toMatch(says);
    expect(run.status).toBe(3);
  });

  test('a bomb is streamed: the line limit trips and memory stays flat', async () => {
    const bomb = execFileSync('sh', ['-c', 'head -c 300000000 /dev/zero | gzip -9'], { maxBuffer: 1 << 24 });
    const run = await cli(['verify', work.file('bomb.jsonl.gz', bomb)], {
      nodeOptions: ['--max-old-space-size=128'],
    });
    expect(run.stderr).toContain('the limit is 8 MiB');
    expect(run.status).toBe(3);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

describe('parquet', () => {
  const good = readFileSync(join(root, 'fixtures/formats/lighteval.parquet'));
  const longFooter = Buffer.from(good);
  longFooter.writeUInt32LE(0x7fffffff, good.length - 8);

  test.each([
    { name: 'footer cut off', data: good.subarray(0, good.length - 8) },
    { name: 'a footer longer than the file', data: longFooter },
    { name: 'only the magic', data: Buffer.from('PAR1') },
    {
      name: 'a damaged page',
      data: Buffer.concat([good.subarray(0, 4), Buffer.alloc(60, 0xff), good.subarray(64)]),
    },
  ])('$name: a named error, exit 2', async ({ name, data }) => {
    const run = await cli(['verify', work.file(`${name.replaceAll(' ', '-')}.parquet`, data)]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/touchstone: .*\.parquet: /);
    expect(run.stderr).not.toContain('    at ');
  });

  test('no rows: zero counts, exit 0', async () => {
    const run = await cli(['verify', join(root, 'fixtures/formats/empty.parquet'), '--json']);
    expect(JSON.parse(run.stdout)).toMatchObject({ summary: { records: 0, accuracy: null } });
    expect(run.status).toBe(0);
  });
});

describe('files', () => {
  test('an empty file has zero counts', async () => {
    const run = await cli(['verify', work.file('empty.jsonl', ''), '--json']);
    expect(JSON.parse(run.stdout)).toMatchObject({ summary: { records: 0 } });
    expect(run.status).toBe(0);
  });

  test('a folder is refused by name, the other files are read', async () => {
    const folder = join(work.path, 'folder');
    mkdirSync(folder);
    const run = await cli(['verify', folder, work.file('one.jsonl', rows[0] ?? ''), '--jsonl']);
    expect(linesOf(run.stdout)).toHaveLength(1);
    expect(run.stderr).toContain('is a directory');
    expect(run.status).toBe(2);
  });

  test.skipIf(process.platform === 'win32')('a named pipe is streamed', async () => {
    const pipe = join(work.path, 'pipe.jsonl');
    execFileSync('sh', ['-c', `mkfifo '${pipe}'`]);
    const writer = spawn('sh', ['-c', `cat > '${pipe}'`]);
    writer.stdin.end(rows.join('\n'));
    const run = await cli(['verify', pipe, '--jsonl']);
    expect(linesOf(run.stdout)).toHaveLength(40);
  });

  test('input that grows is read to the end seen, without torn rows', async () => {
    const file = work.file('grows.jsonl', rows.slice(0, 20).join('\n'));
    const script = `for i in 1 2 3 4 5; do printf '\\n{"id":"a%s","gold":"1","response":"1"}' $i >> '${file}'; done`;
    const [run] = await Promise.all([
      cli(['verify', file, '--jsonl']),
      new Promise((done) => spawn('sh', ['-c', script]).on('close', done)),
    ]);
    const lines = linesOf(run.stdout);
    expect(lines.length).toBeGreaterThanOrEqual(20);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });
});

describe('surroundings', () => {
  test('locale, time zone and heap size change nothing', async () => {
    const file = work.file('same.jsonl', rows.join('\n'));
    const plain = await cli(['verify', file, '--jsonl']);
    const env = {
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
      TZ: 'Asia/Kathmandu',
      NODE_OPTIONS: '--max-old-space-size=256',
    };
    const other = await cli(['verify', file, '--jsonl'], { env });
    expect(timeless(other.stdout)).toBe(timeless(plain.stdout));
    expect(main).toContain('main.js');
  });
});
