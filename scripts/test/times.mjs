/** How many of the slowest tests are named. */
const SLOWEST = 10;

/**
 * Where the time of a run went, as lines: a table of its steps, then the
 * slowest tests of all. Each result has `step`, `began` and `ended`
 * (milliseconds since the epoch), the counts, and `tests` with a name and
 * seconds each, as far as their runner tells.
 */
export function timesOf(results) {
  if (results.length === 0) return [];
  const start = Math.min(...results.map(({ began }) => began));
  const end = Math.max(...results.map(({ ended }) => ended));
  const slowest = results
    .flatMap(({ step, tests = [] }) =>
      tests.map(test => ({ ...test, step: step.name })),
    )
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST);
  return [
    'Step          passed  failed   began     took',
    ...results.map(({ step, passed, failed, began, ended }) =>
      [
        step.name.padEnd(14),
        String(passed).padStart(6),
        String(failed).padStart(8),
        clock(began - start).padStart(8),
        clock(ended - began).padStart(9),
      ].join(''),
    ),
    `${'all'.padEnd(36)}${clock(end - start).padStart(9)}`,
    ...(slowest.length > 0 ? ['', 'Slowest tests'] : []),
    ...slowest.map(
      ({ step, name, seconds }) =>
        `${seconds.toFixed(1).padStart(7)} s  ${step}: ${name}`,
    ),
  ];
}

/** Minutes and seconds, as 3:07. */
function clock(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
