/** The part of nerdamer's full build that the worker uses; the package types only its core entry point. */
declare module 'nerdamer/all.js' {
  interface Nerdamer {
    (command: string): { toString(): string };
    /** Forgets every stored expression. */
    flush(): void;
  }
  const nerdamer: Nerdamer;
  export default nerdamer;
}
