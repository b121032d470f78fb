import {
  bootstrap,
  endLeftovers,
  endOnSignals,
  ensureSystemParts,
  fail,
  isCi,
  isEnding,
  labObstacles,
  root,
  run,
  stopAll,
} from './bootstrap/index.mjs';
import { end } from './test/end.mjs';
import { runLanes } from './test/lanes.mjs';
import { printer } from './test/lines.mjs';
import { chooseSteps } from './test/options.mjs';
import { broken, skippedAsFailed } from './test/tally.mjs';

async function main() {
  const choice = chooseSteps(process.argv.slice(2));
  if (!choice) return;
  const { chosen } = choice;
  let tools;
  endOnSignals({
    // A test that is killed may have started a portal or a lab; both are on record.
    async afterwards() {
      endLeftovers();
      if (tools && chosen.some(({ lab }) => lab)) await removeLabs(tools);
    },
  });
  tools = await bootstrap();
  endLeftovers();
  const strict = isCi();
  const missing = await ensureSystemParts([
    ...new Set(
      chosen.flatMap(({ parts, wishes = [] }) => [...parts, ...wishes]),
    ),
  ]);
  const obstacles = labObstacles();

  const results = new Map();
  const leftOut = [...choice.leftOut];
  const state = { labReady: false, missing };
  const alone = new Set(chosen.map(({ lane }) => lane)).size === 1;
  await runLanes(chosen, async step => {
    if (isEnding()) return;
    const reasons = [
      ...missing
        .filter(({ part }) => step.parts.includes(part))
        .map(({ part, advice }) => `${part} is missing: ${advice}`),
      ...(step.lab ? obstacles : []),
    ];
    if (reasons.length > 0 && !strict) {
      leftOut.push({ step, reasons });
      return;
    }
    const began = Date.now();
    console.log(`\n── ${step.name} ──`);
    const print = printer(step.name, alone);
    const found =
      reasons.length > 0
        ? broken(reasons.join('; '))
        : await step
            .run({ ...tools, print: alone ? undefined : print }, state)
            .catch(error => {
              print(error.stack);
              return broken(error.message);
            });
    const result = strict ? skippedAsFailed(found) : found;
    // Ended by Ctrl-C: what a step says of it is no result.
    if (isEnding()) return;
    if (step.name === 'lab-build') state.labReady = result.failed === 0;
    const ended = Date.now();
    results.set(step, { step, began, ended, ...result });
    console.log(
      `── ${step.name}: ${result.passed} passed, ${
        result.failed
      } failed, ${Math.round((ended - began) / 1000)} s ──`,
    );
  });
  if (isEnding()) return;
  end(
    chosen.flatMap(step => results.get(step) ?? []),
    leftOut,
  );
}

/** Takes away the labs of tests that were killed. */
function removeLabs({ node }) {
  return run(
    node,
    ['--import', 'tsx', 'lab/src/cli/main.ts', 'down', '--left-over'],
    { cwd: root },
  );
}

main().catch(async error => {
  if (isEnding()) return;
  await stopAll();
  fail(error);
});
