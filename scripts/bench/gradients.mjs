// The gradients of the mean next-token loss, by parameter, as our own graphs make them.
import { input, mean, neg } from '../../dist/trainer/graph/build.js';
import { gradients } from '../../dist/trainer/graph/gradients.js';
import { parameterInputs } from '../../dist/trainer/model/parameters.js';
import { padded, tokenValues } from '../../dist/trainer/sequence.js';

/** By parameter name; `tokens` are rows of one length. */
export async function lossGradients({ engine, config, specs, parameters }, tokens) {
  const nodes = parameterInputs(specs);
  const sequences = input('sequences', [tokens.length, tokens[0].length], 'int');
  const { logProbs } = tokenValues(config, nodes, sequences, 1);
  const found = gradients(neg(mean(logProbs)), Object.values(nodes));
  const outputs = Object.fromEntries(Object.keys(nodes).map((name, i) => [name, found[i]]));
  const program = await engine.compile({ outputs });
  const results = await program.run({ ...parameters, sequences: padded(tokens, tokens[0].length, 0) });
  const values = {};
  for (const [name, tensor] of Object.entries(results)) values[name] = (await engine.download(tensor)).data;
  engine.dispose(...Object.values(results));
  await program.dispose();
  return values;
}
