import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  existsSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import path from 'node:path';
import { isCi, partProgram, root, run } from '../bootstrap/index.mjs';
import { ensureBundle } from '../portal/bundle.mjs';
import { startPortal } from '../portal/portal.mjs';
import { startPostgres } from './postgres.mjs';
import { broken, fromJest, fromPlaywright, fromTap, tally } from './tally.mjs';

const reports = path.join(root, 'node_modules', '.cache', 'test-reports');

/** Port of the portal that the browser tests walk through. */
const BROWSER_TEST_PORT = 7017;

/** Exit code of a command; its output goes to ours. */
function exitCode(command, args, options = {}) {
  return run(command, args, { cwd: root, ...options }).then(
    () => 0,
    error => {
      console.error(error.message);
      return 1;
    },
  );
}

function reportFile(name) {
  mkdirSync(reports, { recursive: true });
  const file = path.join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/** A command that passes or fails as one. */
async function asOne(label, command, args, options) {
  const code = await exitCode(command, args, options);
  return code === 0 ? tally(1, 0) : tally(0, 1, [label]);
}

function testFiles(folder) {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter(name => name.endsWith('.test.ts') || name.endsWith('.test.mjs'))
    .sort()
    .map(name => path.join(folder, name));
}

/** What a few labs at once need, with room to spare. */
const LAB_BYTES = 2 * 1024 ** 3;

/**
 * Environment in which labs keep their data in memory where there is room:
 * etcd is as quick as its disk, and the disk of a busy machine would be
 * judged, truly, as too slow.
 */
function labInMemory() {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return {};
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < LAB_BYTES) return {};
  // Each checkout cleans up after itself and nobody else.
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return {
    KUBERNETES_HA_LAB_DATA: path.join(memory, `kubernetes-ha-lab-${checkout}`),
  };
}

/** The suite that needs the real HAProxy; all others run without. */
const HAPROXY_SUITE = 'signals/loadbalancer/loadBalancerSource.test.ts';

/** node's own test runner over the tests of a folder, one file after the other. */
async function nodeTests(name, { node }, folder, env) {
  const files = testFiles(folder);
  if (files.length === 0) return broken(`no test files in ${folder}`);
  const report = reportFile(`${name}.tap`);
  const code = await exitCode(
    node,
    [
      '--import',
      'tsx',
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...files,
    ],
    { env: { ...process.env, ...env } },
  );
  return fromTap(report, code);
}

/**
 * The parts of `npm test`, in order. `parts`: system parts without which it
 * cannot run; `wishes`: parts without which it runs, but not whole; `lab`:
 * needs a machine that can run the lab.
 */
export const steps = [
  {
    name: 'format',
    parts: [],
    run: ({ node, yarn }) =>
      asOne('files are not formatted (yarn prettier:write)', node, [
        yarn,
        'prettier:check',
        '--loglevel=warn',
      ]),
  },
  {
    name: 'lint',
    parts: [],
    run: ({ node, yarn }) =>
      asOne('lint found errors', node, [yarn, 'lint', '--max-warnings', '0']),
  },
  {
    name: 'types',
    parts: [],
    run: ({ node, yarn }) =>
      asOne('the type check found errors', node, [yarn, 'tsc']),
  },
  {
    name: 'api-reports',
    parts: [],
    run: ({ node, yarn }) =>
      asOne(
        'the API reports do not tell what the code is (yarn build:api-reports)',
        node,
        [yarn, 'build:api-reports', '--ci'],
      ),
  },
  {
    name: 'scripts',
    parts: [],
    run: tools => nodeTests('scripts', tools, 'scripts/test'),
  },
  {
    name: 'lab-build',
    parts: ['go'],
    lab: true,
    run: ({ node }) =>
      asOne('the lab could not be built', node, [
        '--import',
        'tsx',
        'lab/src/cli/main.ts',
        'build',
      ]),
  },
  {
    name: 'unit',
    parts: [],
    wishes: ['haproxy'],
    async run({ node, yarn }, { labReady, missing }) {
      const haproxy = missing.find(({ part }) => part === 'haproxy');
      const postgres = await startPostgres();
      try {
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
            // Warnings of other people's packages fill thousands of lines; what a failing test says is shown all the same.
            '--silent',
            '--json',
            `--outputFile=${report}`,
            ...(haproxy && !isCi()
              ? [`--testPathIgnorePatterns=/node_modules/|${HAPROXY_SUITE}`]
              : []),
          ],
          {
            stdio: ['ignore', 'ignore', 'inherit'],
            env: {
              ...process.env,
              BACKSTAGE_TEST_DISABLE_DOCKER: '1',
              BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING:
                postgres.url,
              ...(labReady && { KUBERNETES_HA_LAB: '1' }),
            },
          },
        );
        const result = fromJest(report, code);
        if (haproxy && !isCi()) {
          result.skipped.push(
            `${HAPROXY_SUITE} (haproxy is missing: ${haproxy.advice})`,
          );
        }
        return result;
      } finally {
        await postgres.stop();
      }
    },
  },
  {
    name: 'lab-unit',
    parts: [],
    run: tools => nodeTests('lab-unit', tools, 'lab/test/unit'),
  },
  {
    name: 'lab',
    parts: ['go', 'haproxy', 'keepalived', 'iproute2', 'iptables'],
    lab: true,
    run: tools => nodeTests('lab', tools, 'lab/test'),
  },
  {
    name: 'acceptance',
    parts: ['go', 'haproxy', 'keepalived', 'iproute2', 'iptables'],
    lab: true,
    run: tools =>
      nodeTests('acceptance', tools, 'lab/acceptance', labInMemory()),
  },
  {
    name: 'browser',
    parts: ['chromium'],
    async run(tools) {
      await ensureBundle(tools);
      const portal = await startPortal(tools, {
        port: BROWSER_TEST_PORT,
        configs: ['app-config.yaml'],
        log: reportFile('portal.log'),
        env: {
          // A database of its own, gone with the process.
          APP_CONFIG_backend_database_connection: '":memory:"',
        },
      });
      try {
        const report = reportFile('playwright.json');
        const code = await exitCode(
          tools.node,
          [
            tools.yarn,
            'playwright',
            'test',
            '--reporter=list,json',
            '--workers=1',
          ],
          {
            env: {
              ...process.env,
              PLAYWRIGHT_URL: portal.url,
              PLAYWRIGHT_JSON_OUTPUT_NAME: report,
              CHROMIUM_PATH: partProgram('chromium'),
            },
          },
        );
        return fromPlaywright(report, code);
      } finally {
        await portal.stop();
      }
    },
  },
];
