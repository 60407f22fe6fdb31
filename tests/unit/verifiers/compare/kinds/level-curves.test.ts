import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('level curves with a constant', () => {
  equalPairs([
    ['y=\\frac{x^2}{4}+\\frac{C}{x^2}', '4x^2y=x^4+C'],
    ['\\ln|y|=x^2+C', 'y=Ce^{x^2}'],
    ['x^2+y^2=C', 'y^2=K-x^2'],
    ['y=Ce^{2x}', 'ye^{-2x}=C'],
    ['y=Ce^{2x}', '\\ln|y|-2x=C'],
    ['xy=C', '\\ln|x|+\\ln|y|=C'],
    ['y=\\frac{C}{x}', 'xy=C'],
    ['y^2=Cx', '\\frac{y^2}{x}=C'],
    ['y = Cx', '\\frac{y}{x}=C'],
  ]);
  unequalPairs([
    ['y=\\frac{x^2}{4}+\\frac{C}{x^2}', '4x^2y=x^4+Cx'],
    ['\\ln|y|=x^2+C', 'y=Ce^{2x^2}'],
    ['\\ln|y|=x^2+C', 'y=Ce^{x}'],
    ['x^2+y^2=C', 'x^2-y^2=C'],
    ['y=Cx', 'y=Cx^2'],
  ]);
});
