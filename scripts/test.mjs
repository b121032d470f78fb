import { parseArgs } from 'node:util';
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
import { steps } from './test/steps.mjs';
import { end } from './test/end.mjs';
import { broken, skippedAsFailed } from './test/tally.mjs';

const HELP = `npm test [-- --only step,step]

Runs every part of the tests that this machine can run. With CI=true a part
that cannot run is a failure.

Steps: ${steps.map(step => step.name).join(', ')}`;

async function main() {
  const chosen = chooseSteps();
  if (!chosen) return;
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

  const results = [];
  const leftOut = [];
  const state = { labReady: false, missing };
  for (const step of chosen) {
    const reasons = [
      ...missing
        .filter(({ part }) => step.parts.includes(part))
        .map(({ part, advice }) => `${part} is missing: ${advice}`),
      ...(step.lab ? obstacles : []),
    ];
    if (reasons.length > 0 && !strict) {
      leftOut.push({ step, reasons });
      continue;
    }
    console.log(`\n── ${step.name} ──`);
    const start = Date.now();
    const found =
      reasons.length > 0
        ? broken(reasons.join('; '))
        : await step.run(tools, state).catch(error => {
            console.error(error);
            return broken(error.message);
          });
    const result = strict ? skippedAsFailed(found) : found;
    // Ended by Ctrl-C: what a step says of it is no result.
    if (isEnding()) return;
    if (step.name === 'lab-build') state.labReady = result.failed === 0;
    const seconds = Math.round((Date.now() - start) / 1000);
    results.push({ step, seconds, ...result });
    console.log(
      `── ${step.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`,
    );
  }
  end(results, leftOut);
}

/** Takes away the labs of tests that were killed. */
function removeLabs({ node }) {
  return run(
    node,
    ['--import', 'tsx', 'lab/src/cli/main.ts', 'down', '--left-over'],
    { cwd: root },
  );
}

function chooseSteps() {
  let values;
  try {
    ({ values } = parseArgs({
      options: { only: { type: 'string' }, help: { type: 'boolean' } },
    }));
  } catch (error) {
    throw new Error(`${error.message}\n\n${HELP}`);
  }
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  if (!values.only) return steps;
  const names = values.only.split(',');
  const wrong = names.filter(name => !steps.some(step => step.name === name));
  if (wrong.length > 0) {
    throw new Error(
      `--only ${values.only}: there is no step "${
        wrong[0]
      }". Expected some of: ${steps.map(step => step.name).join(', ')}.`,
    );
  }
  return steps.filter(step => names.includes(step.name));
}

main().catch(async error => {
  if (isEnding()) return;
  await stopAll();
  fail(error);
});
