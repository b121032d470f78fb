import { timesOf } from './times.mjs';

/**
 * Prints what each step came to and where the time went, what failed and what
 * was left out, then one line `N passed, N failed`, and ends the process: with 1 when anything failed, else with 0.
 */
export function end(results, leftOut) {
  console.log(`\n${timesOf(results).join('\n')}`);
  const failures = results.flatMap(({ step, failures: names }) =>
    names.map(name => `${step.name}: ${name}`),
  );
  if (failures.length > 0) {
    const lines = failures.flatMap(failure => failure.split('\n'));
    console.log(`\nFailed:\n${lines.map(line => `  ${line}`).join('\n')}`);
  }
  const skipped = results.flatMap(({ step, skipped: names = [] }) =>
    names.map(name => `${step.name}: ${name}`),
  );
  if (leftOut.length + skipped.length > 0) {
    console.log('\nLeft out on this machine:');
    for (const { step, reasons } of leftOut) {
      console.log(`  ${step.name}: ${reasons.join('; ')}`);
    }
    skipped.forEach(line => console.log(`  ${line}`));
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  // Not `process.exitCode`: an exit hook of the PostgreSQL package ends every
  // process that is left to run out with 0.
  process.exit(sum('failed') > 0 ? 1 : 0);
}
