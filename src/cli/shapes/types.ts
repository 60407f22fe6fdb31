/** A layout of records that a tool writes: how to recognise it, and where its fields lie (as paths). */
export interface Shape {
  /** Name printed on detection, such as `lm-eval samples`. */
  readonly name: string;
  /** Paths that must all hold something in nearly every record. */
  readonly needs: readonly string[];
  /** Paths of which none may hold anything. */
  readonly without?: readonly string[];
  /** Candidates for each field, in order; the first that holds something in the file is used. */
  readonly response: readonly string[];
  readonly label: readonly string[];
  readonly problem: readonly string[];
  readonly id: readonly string[];
  /** Rows whose value here differs from the first row's repeat an earlier row: verified, but not counted. */
  readonly countOnce?: string;
}

/** Field paths chosen for one file. `label` null: golds come from another file; `problem`, `id` null: none. */
export interface Fields {
  readonly shape: string;
  readonly response: string;
  readonly label: string | null;
  readonly problem: string | null;
  /** Where a record's problem statement may stand, in order: a record late in the file may be the first with one. */
  readonly problems: readonly string[];
  readonly id: string | null;
  readonly countOnce: string | null;
}
