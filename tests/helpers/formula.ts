import { apply, type Expr, type Head, integer, rational, symbol } from '../../src/verifiers/expr.js';

/** Function names that differ from the head with a capital letter. */
const FUNCTIONS: Readonly<Record<string, (...args: Expr[]) => Expr>> = {
  sqrt: (x = integer(0)) => apply('Power', x, rational(1n, 2n)),
  cbrt: (x = integer(0)) => apply('Root', x, integer(3)),
  exp: (x = integer(0)) => apply('Power', symbol('e'), x),
};

/** `12`, `0.25`, `1e-60` as an exact number. */
function numeral(raw: string): Expr {
  const [mantissa = '', exponent = '0'] = raw.split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift));
}

/** A reader of plain formulas for tests of the kernel: + − * / ^ !, calls, names; one letter is a symbol. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source.replaceAll(' ', '');
  }

  read(): Expr {
    const value = this.#sum();
    if (this.#at < this.#source.length)
      throw new Error(`formula: unexpected '${this.#source.slice(this.#at)}'`);
    return value;
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.#source.slice(this.#at))?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #sum(): Expr {
    let left = this.#product();
    for (;;) {
      if (this.#take('+')) left = apply('Add', left, this.#product());
      else if (this.#take('-')) left = apply('Add', left, apply('Negate', this.#product()));
      else return left;
    }
  }

  #product(): Expr {
    let left = this.#signed();
    for (;;) {
      if (this.#take('*')) left = apply('Multiply', left, this.#signed());
      else if (this.#take('/')) left = apply('Divide', left, this.#signed());
      else return left;
    }
  }

  #signed(): Expr {
    return this.#take('-') ? apply('Negate', this.#signed()) : this.#power();
  }

  #power(): Expr {
    let base = this.#atom();
    while (this.#take('!')) base = apply('Factorial', base);
    return this.#take('^') ? apply('Power', base, this.#signed()) : base;
  }

  #atom(): Expr {
    if (this.#take('(')) return this.#closed();
    const digits = this.#match(/^\d+(\.\d+)?(e[+-]?\d+)?/);
    if (digits !== undefined) return numeral(digits);
    const name = this.#match(/^[A-Za-z]+/);
    if (name === undefined)
      throw new Error(`formula: expected an operand at '${this.#source.slice(this.#at)}'`);
    if (name.length === 1 || !this.#take('(')) return symbol(name);
    const args = [this.#sum()];
    while (this.#take(',')) args.push(this.#sum());
    this.#take(')');
    const build = FUNCTIONS[name];
    return build === undefined
      ? apply((name.charAt(0).toUpperCase() + name.slice(1)) as Head, ...args)
      : build(...args);
  }

  #closed(): Expr {
    const inner = this.#sum();
    this.#take(')');
    return inner;
  }
}

/** The tree of a formula such as `sin(x)^2 + 1/3`; function names are heads in lower case. */
export const formula = (source: string): Expr => new Reader(source).read();
