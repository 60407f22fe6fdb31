import type { OptionSpec } from '../argv.js';
import { commonOptions } from './common.js';

/** Options of `touchstone train`. */
export const trainOptions: readonly OptionSpec[] = [
  {
    name: 'engine',
    value: 'onnx|tfjs|reference',
    choices: ['onnx', 'tfjs', 'reference'],
    help: 'what computes (default onnx)',
    group: 'Engine',
  },
  {
    name: 'device',
    value: 'cpu|webgpu|cuda|javascript',
    choices: ['cpu', 'webgpu', 'cuda', 'javascript'],
    help: 'where it computes: onnx on cpu (default), webgpu, cuda; tfjs on cuda, cpu, javascript (slow)',
    group: 'Engine',
  },
  {
    name: 'threads',
    value: 'N',
    help: 'threads of one operator; the last digits depend on it',
    group: 'Engine',
  },
  { name: 'steps', value: 'N', help: "steps of training (default: the recipe's)", group: 'Run' },
  { name: 'seed', value: 'N', help: 'seed of sampling and order (default 1)', group: 'Run' },
  { name: 'base-seed', value: 'N', help: 'which pretrained base (default 1)', group: 'Run' },
  {
    name: 'set',
    value: 'PATH=VALUE',
    many: true,
    help: 'any setting by its path, such as loss.kl=0; may be given several times',
    group: 'Run',
  },
  { name: 'problems', value: 'N', help: 'held-out problems of an evaluation (default 1008)', group: 'Run' },
  { name: 'out', value: 'DIR', help: 'the folder of the run (default runs/NAME-SEED)', group: 'Folders' },
  {
    name: 'resume',
    value: 'DIR',
    help: 'go on with the run in that folder, by its own settings',
    group: 'Folders',
  },
  {
    name: 'bases',
    value: 'DIR',
    help: 'where pretrained bases are kept (default runs/bases)',
    group: 'Folders',
  },
  { name: 'json', help: 'write the summary as JSON', group: 'Output' },
  ...commonOptions,
];
