// A stand-in verifier whose behaviour the response chooses: what a worker pool must survive.
const hold = [];

export function verify(gold, response) {
  if (response === 'hang') for (;;);
  if (response === 'exit') process.exit(7);
  if (response === 'memory') for (;;) hold.push(new Array(1_000_000).fill(response));
  if (response === 'throw') throw 'not an error';
  if (response === 'reject') Promise.reject(new Error('later'));
  if (response === 'abort') process.abort();
  const correct = gold === response;
  const verdict = { kind: correct ? 'equal' : 'different', by: 'text', certainty: 'proved', steps: 1 };
  const extracted = { text: response, span: { start: 0, end: response.length }, method: 'bare' };
  return {
    correct,
    verdict,
    kind: 'text',
    certainty: 'proved',
    rule: 'text',
    reason: '',
    extracted,
    steps: 1,
  };
}

export const compare = (a, b) => ({
  kind: a === b ? 'equal' : 'different',
  by: 'text',
  certainty: 'proved',
  steps: 1,
});
