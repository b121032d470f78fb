import { existsSync, readFileSync } from 'node:fs';
import { withReason } from './reasons.mjs';

/**
 * Counts of a step, names of what failed and what was left out, and the tests
 * that ran with their seconds, as far as the runner tells.
 */
export function tally(passed, failed, failures = [], skipped = [], tests = []) {
  return { passed, failed, failures, skipped, tests };
}

/** Where nothing may be left out, each skipped test counts as failed. */
export function skippedAsFailed({ passed, failed, failures, skipped, tests }) {
  return tally(
    passed,
    failed + skipped.length,
    [
      ...failures,
      ...skipped.map(name => `left out, which CI does not allow: ${name}`),
    ],
    [],
    tests,
  );
}

/** A step that a runner could not finish counts as one failure, whatever it printed. */
export function broken(reason) {
  return tally(0, 1, [reason]);
}

/**
 * Reads the JSON report of jest (`--json --outputFile`). A suite that could
 * not run counts as a failure. `ended` is the runner's exit code.
 */
export function fromJest(file, ended) {
  if (!existsSync(file)) return broken(`jest wrote no report (exit ${ended})`);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failures = report.testResults.flatMap(suite =>
    suite.status === 'failed' &&
    !suite.assertionResults.some(test => test.status === 'failed')
      ? [`${suite.name}: the suite did not run`]
      : suite.assertionResults
          .filter(test => test.status === 'failed')
          .map(test => withReason(test.fullName, test.failureMessages?.[0])),
  );
  const skipped = report.testResults.flatMap(suite =>
    leftOut(suite.assertionResults),
  );
  const tests = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: fullName,
      seconds: (duration ?? 0) / 1000,
    })),
  );
  const passed = report.numPassedTests;
  return settle({ passed, failures, skipped, tests, ended, runner: 'jest' });
}

/** Names of the tests that did not run; a block that was left out whole is one name. */
function leftOut(tests) {
  const ran = ({ status }) => ['passed', 'failed'].includes(status);
  const blocks = Map.groupBy(tests, test => test.ancestorTitles?.[0]);
  return [...blocks].flatMap(([block, all]) =>
    block === undefined || all.some(ran)
      ? all.filter(test => !ran(test)).map(test => test.fullName)
      : [`${block}: ${all.length} tests`],
  );
}

/** Reads a TAP file of node's test runner. */
export function fromTap(file, ended) {
  if (!existsSync(file)) {
    return broken(`node's test runner wrote no report (exit ${ended})`);
  }
  const text = readFileSync(file, 'utf8');
  const passed = Number(/^# pass (\d+)$/m.exec(text)?.[1]);
  const failed = Number(/^# fail (\d+)$/m.exec(text)?.[1]);
  const cancelled = Number(/^# cancelled (\d+)$/m.exec(text)?.[1] ?? 0);
  if (!Number.isInteger(passed) || !Number.isInteger(failed)) {
    return broken(`node's test runner ended early (exit ${ended})`);
  }
  const names = [
    ...text.matchAll(
      /^( *)not ok \d+ - (.*)$(?:\n *---$([^]*?)\n *\.\.\.$)?/gm,
    ),
  ]
    .filter(([, , name]) => !/ # (SKIP|TODO)\b/.test(name))
    .map(([, , name, details]) => withReason(name, errorOf(details)));
  const failures = names.slice(0, failed + cancelled);
  while (failures.length < failed + cancelled) failures.push('a test');
  // A suite that is left out is one line; its tests are not counted one by one.
  const skipped = [
    ...text.matchAll(/^\s*(?:not )?ok \d+ - (.*?) # (?:SKIP|TODO)\b(.*)$/gm),
  ].map(([, name, why]) => (why.trim() ? `${name} (${why.trim()})` : name));
  const runner = 'node --test';
  const tests = durationsOf(text);
  return settle({ passed, failures, skipped, tests, ended, runner });
}

/** The key `error` of a test's details in YAML: one quoted line or a block. */
function errorOf(details = '') {
  const [, indent, error] = /^( *)error: (.*)$/m.exec(details) ?? [];
  if (error === undefined) return undefined;
  if (!/^[|>]/.test(error)) return error.replace(/^'(.*)'$/, '$1');
  const [, after] = details.split(`error: ${error}\n`);
  const lines = after.split('\n');
  const inBlock = line => line.trim() === '' || line.startsWith(`${indent} `);
  const next = lines.findIndex(line => !inBlock(line));
  return lines.slice(0, next < 0 ? lines.length : next).join('\n');
}

/** Tests of a TAP file with their seconds; suites are sums of them. */
function durationsOf(text) {
  const entry =
    /^ *(?:not )?ok \d+ - (.*)\n *---\n *duration_ms: ([\d.]+)\n *type: '(\w+)'/gm;
  return [...text.matchAll(entry)]
    .filter(([, , , type]) => type === 'test')
    .map(([, name, ms]) => ({ name, seconds: Number(ms) / 1000 }));
}

/** Reads the JSON report of Playwright. A flaky test counts as failed. */
export function fromPlaywright(file, ended) {
  if (!existsSync(file)) {
    return broken(`playwright wrote no report (exit ${ended})`);
  }
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'));
  const failures = [
    ...errors.map(({ message }) =>
      withReason('an error outside the tests', message),
    ),
    ...suites.flatMap(unexpectedTitles),
  ];
  const skipped = suites.flatMap(skippedTitles);
  return settle({
    passed: stats.expected,
    failures,
    skipped,
    tests: suites.flatMap(walked),
    ended,
    runner: 'playwright',
  });
}

/** Specs of a suite and those within, with the seconds of all their attempts. */
function walked(suite) {
  return [
    ...suite.specs.map(({ title, tests = [] }) => ({
      name: title,
      seconds:
        tests
          .flatMap(({ results = [] }) => results)
          .reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000,
    })),
    ...(suite.suites ?? []).flatMap(walked),
  ];
}

function skippedTitles(suite) {
  return [
    ...suite.specs
      .filter(({ tests = [] }) => tests.some(t => t.status === 'skipped'))
      .map(spec => spec.title),
    ...(suite.suites ?? []).flatMap(skippedTitles),
  ];
}

function unexpectedTitles(suite) {
  return [
    ...suite.specs
      .filter(spec => !spec.ok)
      .map(spec => withReason(spec.title, errorsOf(spec)[0]?.message)),
    ...(suite.suites ?? []).flatMap(unexpectedTitles),
  ];
}

function errorsOf({ tests = [] }) {
  return tests
    .flatMap(({ results = [] }) => results)
    .flatMap(({ errors = [] }) => errors);
}

/** A runner that ended badly without naming a failure has failed; one without any test has, too. */
function settle({ passed, failures, skipped, tests, ended, runner }) {
  const named = [...failures];
  if (named.length === 0 && ended !== 0) {
    named.push(`${runner} ended with ${ended} and named no failing test`);
  }
  if (named.length === 0 && passed + skipped.length === 0) {
    named.push(`${runner} ran no test`);
  }
  return tally(passed, named.length, named, skipped, tests);
}
