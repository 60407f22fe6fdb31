import { trainRecipe } from '../../trainer/index.js';
import { type Arguments, switchOption } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';
import { engineFrom } from '../train/engine.js';
import { planFrom } from '../train/plan.js';
import { toldAll } from '../train/told.js';
import { watcher } from '../train/watch.js';

/** `touchstone train RECIPE`. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { recipe, places } = await planFrom(args);
  const engine = await engineFrom(args);
  try {
    const several = recipe.rows.length > 1;
    const summaries = await trainRecipe(engine, recipe, places, (row) =>
      watcher(terminal, several ? row : null),
    );
    await terminal.out.write(
      switchOption(args, 'json')
        ? `${JSON.stringify(several ? summaries : summaries[0])}\n`
        : toldAll(summaries, places.out, terminal.width),
    );
    return exitCode.done;
  } finally {
    await engine.close();
  }
}
