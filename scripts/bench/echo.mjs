// node echo.mjs lines|http: answers a request at once with a reply of the usual size, so that the benchmark knows what the
// pipe or the connection, Node and its own client cost by themselves.
import { createServer } from 'node:http';

const results = [
  { reward: 1, terms: { correct: 1 }, verdict: 'equal', reason: 'the same number', extracted: '1' },
];

function overLines() {
  let rest = '';
  process.stdin.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines)
      process.stdout.write(`${JSON.stringify({ id: JSON.parse(line).id, results })}\n`);
  });
}

function overHttp() {
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      JSON.parse(Buffer.concat(parts));
      const text = JSON.stringify({ id: null, results });
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
  process.once('SIGTERM', () => process.exit(0));
}

(process.argv[2] === 'http' ? overHttp : overLines)();
