import { isCi } from '../bootstrap/index.mjs';
import { exitCode, reportFile } from './commands.mjs';
import { startPostgres } from './postgres.mjs';
import { fromJest } from './tally.mjs';

/** The suites that need the real HAProxy; all others run without. */
const HAPROXY_SUITES = ['haproxyStates', 'loadBalancerSource'].map(
  name => `signals/loadbalancer/${name}.test.ts`,
);

/** How long a test may take. Tests await events; how soon those come is up to what else the machine does. */
const TEST_TIMEOUT_MS = 240_000;

/** The tests of all packages with every database and, where its binaries are, a real control plane. */
export async function unitTests(tools, state) {
  const postgres = await startPostgres();
  try {
    return await jest(tools, state, {
      BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING: postgres.url,
      ...(state.labReady && { KUBERNETES_HA_LAB: '1' }),
    });
  } finally {
    await postgres.stop();
  }
}

/** The same with nothing but SQLite and what the packages bring along. */
export function quickUnitTests(tools, state) {
  return jest(tools, state, {});
}

async function jest({ node, yarn, print }, { missing }, env) {
  const haproxy = missing.find(({ part }) => part === 'haproxy');
  const withoutHaproxy = haproxy && !isCi();
  const report = reportFile('jest.json');
  const code = await exitCode(
    node,
    [
      yarn,
      'backstage-cli',
      'repo',
      'test',
      '--watchAll=false',
      '--maxWorkers=2',
      `--testTimeout=${TEST_TIMEOUT_MS}`,
      // Warnings of other people's packages fill thousands of lines; what a failing test says is shown all the same.
      '--silent',
      '--json',
      `--outputFile=${report}`,
      ...(withoutHaproxy
        ? [
            `--testPathIgnorePatterns=/node_modules/|${HAPROXY_SUITES.join(
              '|',
            )}`,
          ]
        : []),
    ],
    {
      print,
      quiet: true,
      yielding: true,
      env: { ...process.env, BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...env },
    },
  );
  const result = fromJest(report, code);
  if (withoutHaproxy) {
    result.skipped.push(
      ...HAPROXY_SUITES.map(
        suite => `${suite} (haproxy is missing: ${haproxy.advice})`,
      ),
    );
  }
  return result;
}
