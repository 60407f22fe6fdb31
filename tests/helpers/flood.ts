import { connect, type Socket } from 'node:net';

/** What one connection got: the status and the body, or `null` where it was closed without an answer. */
export interface Got {
  readonly status: number;
  readonly body: string;
}

/** A request as bytes. */
export function bytesOf(path: string, body: unknown, connection: 'close' | 'keep-alive' = 'close'): string {
  const text = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    `Connection: ${connection}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}`;
}

/** Opens one connection. */
export function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** Everything the other side sends until it closes. */
export function heard(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    // Being cut off is an outcome, not an error of the test.
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

/**
 * Sends each request on a connection of its own, all of which stay open until every one is answered: at the end there
 * are as many connections as requests. A few hundred handshakes at a time, since the kernel's queue of them is short.
 */
export async function flood(port: number, requests: readonly string[]): Promise<readonly (Got | null)[]> {
  const sockets: Socket[] = [];
  const answers: Promise<Got | null>[] = [];
  for (let from = 0; from < requests.length; from += 250)
    await Promise.all(
      requests.slice(from, from + 250).map(async (request) => {
        const at = answers.length;
        answers.push(Promise.resolve(null));
        const socket = await open(port);
        sockets.push(socket);
        answers[at] = answerOn(socket);
        socket.write(request);
      }),
    );
  const got = await Promise.all(answers);
  for (const socket of sockets) socket.destroy();
  return got;
}

/** The first answer on a connection, or `null` when it is closed before. */
function answerOn(socket: Socket): Promise<Got | null> {
  return new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const got = gotOf(text);
      if (got !== null) resolve(got);
    });
    // Being cut off is an outcome, not an error of the test.
    socket.on('error', () => {});
    socket.on('close', () => resolve(gotOf(text)));
  });
}

/** An answer that is there in full. */
function gotOf(text: string): Got | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1];
  const body = text.slice(end + 4);
  if (status === undefined || Buffer.byteLength(body) < Number(length ?? 0)) return null;
  return { status: Number(status), body };
}
