import { parseArgs } from 'node:util';
import { isCi } from '../bootstrap/index.mjs';
import { quickSteps, steps } from './steps.mjs';

const HELP = `npm test [-- --quick] [--only step,step]

Runs every part of the tests that this machine can run, in two lanes: what
computes beside what waits for labs. With CI=true a part that cannot run is a
failure.

--quick  only what an edit breaks most often, in a few minutes:
         ${names(quickSteps)}
--only   some steps: ${names(steps)}`;

/**
 * The steps that a command line asks for and those it leaves out, each with
 * the reason; undefined when it asked for help, which is then printed. Errors:
 * one that says what is allowed.
 */
export function chooseSteps(args, env = process.env) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    }));
  } catch (error) {
    throw new Error(`${error.message}\n\n${HELP}`);
  }
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  const { quick, only } = values;
  if (quick && isCi(env)) {
    throw new Error(
      '--quick leaves parts out, and with CI=true nothing may be left out. Run npm test without --quick.',
    );
  }
  const all = quick ? quickSteps : steps;
  const leftOut = steps
    .filter(({ name }) => !all.some(step => step.name === name))
    .map(step => ({ step, reasons: ['this is a quick run'] }));
  if (!only) return { chosen: all, leftOut };
  const wanted = only.split(',');
  const wrong = wanted.find(name => !all.some(step => step.name === name));
  if (wrong !== undefined) {
    throw new Error(
      `--only ${only}: there is no step "${wrong}". Expected some of: ${names(
        all,
      )}.`,
    );
  }
  return { chosen: all.filter(step => wanted.includes(step.name)), leftOut };
}

function names(some) {
  return some.map(({ name }) => name).join(', ');
}
