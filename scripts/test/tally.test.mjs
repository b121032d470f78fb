import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { withReason } from './reasons.mjs';
import {
  fromJest,
  fromPlaywright,
  fromTap,
  skippedAsFailed,
} from './tally.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tally-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name, content) {
  const full = path.join(folder, name);
  writeFileSync(
    full,
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return full;
}

const suite = (...statuses) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, i) => ({
    status,
    fullName: `test ${i}`,
    duration: 1500,
  })),
});

test('jest: counts passes and names failures', () => {
  const report = file('jest.json', {
    numPassedTests: 2,
    testResults: [suite('passed', 'failed'), suite('passed')],
  });
  assert.deepEqual(fromJest(report, 1), {
    passed: 2,
    failed: 1,
    failures: ['test 1'],
    skipped: [],
    tests: ['test 0', 'test 1', 'test 0'].map(name => ({ name, seconds: 1.5 })),
  });
});

test('of a failure the first lines of why follow its name', () => {
  const colours = '\u001b[2mexpect(\u001b[22mreceived).toBe(expected)';
  const why = `${colours}\n\nExpected: 1\nReceived: 2\n    at a.test.ts:3`;
  const told = [
    'wrong',
    '    expect(received).toBe(expected)',
    '    Expected: 1',
    '    Received: 2',
  ].join('\n');
  const jest = file('why.json', {
    numPassedTests: 0,
    testResults: [
      {
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'wrong', failureMessages: [why] },
        ],
      },
    ],
  });
  assert.deepEqual(fromJest(jest, 1).failures, [told]);
  const playwright = file('why-browser.json', {
    stats: { expected: 0 },
    errors: [],
    suites: [
      {
        specs: [
          {
            title: 'wrong',
            ok: false,
            tests: [{ results: [{ errors: [{ message: why }] }] }],
          },
        ],
      },
    ],
  });
  assert.deepEqual(fromPlaywright(playwright, 1).failures, [told]);
  const tap = file(
    'why.tap',
    [
      'TAP version 13',
      'not ok 1 - wrong',
      '  ---',
      '  duration_ms: 20',
      "  type: 'test'",
      '  error: |-',
      '    expect(received).toBe(expected)',
      '    ',
      '    Expected: 1',
      '    Received: 2',
      "  code: 'ERR_ASSERTION'",
      '  ...',
      'not ok 2 - in a line',
      '  ---',
      "  error: 'no port'",
      '  ...',
      '# pass 0',
      '# fail 2',
      '',
    ].join('\n'),
  );
  assert.deepEqual(fromTap(tap, 1).failures, [told, 'in a line\n    no port']);
});

test('a long failure is cut: eight lines of 200 characters', () => {
  const long = Array(20).fill('x'.repeat(500)).join('\n');
  const lines = withReason('wrong', long).split('\n');
  assert.deepEqual(
    lines.map(line => line.length),
    ['wrong'.length, ...Array(8).fill(204)],
  );
});

test('jest: a suite that did not run is a failure', () => {
  const report = file('broken-suite.json', {
    numPassedTests: 1,
    testResults: [
      suite('passed'),
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ],
  });
  const result = fromJest(report, 1);
  assert.equal(result.failed, 1);
  assert.match(result.failures[0], /b\.test\.ts/);
});

test('a runner that wrote no report has failed', () => {
  for (const read of [fromJest, fromTap, fromPlaywright]) {
    assert.equal(read(path.join(folder, 'none'), 1).failed, 1);
  }
});

test('a bad exit without a named failure is a failure, and so is no test at all', () => {
  const empty = file('empty.json', { numPassedTests: 0, testResults: [] });
  assert.equal(fromJest(empty, 0).failed, 1);
  const good = file('good.json', {
    numPassedTests: 1,
    testResults: [suite('passed')],
  });
  assert.equal(fromJest(good, 1).failed, 1);
  assert.equal(fromJest(good, 0).failed, 0);
});

test('tap: reads the summary and the names', () => {
  const report = file(
    'tests.tap',
    [
      'TAP version 13',
      '# Subtest: a suite',
      '    ok 1 - fine',
      '      ---',
      '      duration_ms: 1250.5',
      "      type: 'test'",
      '      ...',
      'ok 1 - a suite',
      '  ---',
      '  duration_ms: 3000',
      "  type: 'suite'",
      '  ...',
      'not ok 2 - wrong',
      '  ---',
      '  duration_ms: 20',
      "  type: 'test'",
      '  ...',
      '# tests 2',
      '# pass 1',
      '# fail 1',
      '# cancelled 0',
      '',
    ].join('\n'),
  );
  assert.deepEqual(fromTap(report, 1), {
    passed: 1,
    failed: 1,
    failures: ['wrong'],
    skipped: [],
    tests: [
      { name: 'fine', seconds: 1.2505 },
      { name: 'wrong', seconds: 0.02 },
    ],
  });
});

test('what is skipped or still to do is named, and fails where nothing may be left out', () => {
  const skipped = {
    jest: fromJest(
      file('skipped.json', {
        numPassedTests: 1,
        testResults: [
          suite('passed', 'pending', 'todo'),
          {
            name: 'b.test.ts',
            status: 'passed',
            assertionResults: ['first', 'second'].map(title => ({
              status: 'pending',
              ancestorTitles: ['with the lab'],
              fullName: `with the lab ${title}`,
            })),
          },
        ],
      }),
      0,
    ),
    tap: fromTap(
      file(
        'skipped.tap',
        [
          'TAP version 13',
          'ok 1 - fine',
          '# Subtest: a suite',
          '    ok 1 - within # SKIP',
          'ok 2 - a suite # SKIP needs root',
          'not ok 3 - later # TODO',
          '# pass 1',
          '# fail 0',
          '',
        ].join('\n'),
      ),
      0,
    ),
    playwright: fromPlaywright(
      file('skipped-playwright.json', {
        stats: { expected: 1, skipped: 1 },
        errors: [],
        suites: [
          {
            specs: [],
            suites: [
              {
                specs: [
                  { title: 'left', ok: true, tests: [{ status: 'skipped' }] },
                  { title: 'run', ok: true, tests: [{ status: 'expected' }] },
                ],
              },
            ],
          },
        ],
      }),
      0,
    ),
  };
  assert.deepEqual(
    Object.entries(skipped).map(([name, result]) => [
      name,
      result.passed,
      result.failed,
      result.skipped,
    ]),
    [
      ['jest', 1, 0, ['test 1', 'test 2', 'with the lab: 2 tests']],
      ['tap', 1, 0, ['within', 'a suite (needs root)', 'later']],
      ['playwright', 1, 0, ['left']],
    ],
  );
  const strict = skippedAsFailed(skipped.jest);
  assert.equal(strict.failed, 3);
  assert.match(strict.failures[0], /test 1/);
});

test('tap: a report that breaks off is a failure', () => {
  const report = file('cut.tap', 'TAP version 13\nok 1 - fine\n');
  assert.equal(fromTap(report, 1).failed, 1);
});

test('playwright: counts unexpected results in nested suites', () => {
  const report = file('playwright.json', {
    stats: { expected: 3 },
    errors: [],
    suites: [
      {
        specs: [
          {
            title: 'top',
            ok: true,
            tests: [{ results: [{ duration: 500 }, { duration: 1500 }] }],
          },
        ],
        suites: [{ specs: [{ title: 'deep', ok: false }] }],
      },
    ],
  });
  assert.deepEqual(fromPlaywright(report, 1), {
    passed: 3,
    failed: 1,
    failures: ['deep'],
    skipped: [],
    tests: [
      { name: 'top', seconds: 2 },
      { name: 'deep', seconds: 0 },
    ],
  });
});
