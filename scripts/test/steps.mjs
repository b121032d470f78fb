import { partProgram } from '../bootstrap/index.mjs';
import { ensureBundle } from '../portal/bundle.mjs';
import { browserTests } from './browserTests.mjs';
import { asOne } from './commands.mjs';
import { hasRoomForTwoLabs, labInMemory } from './labData.mjs';
import { nodeTests } from './nodeTests.mjs';
import { tally } from './tally.mjs';
import { quickUnitTests, unitTests } from './unitTests.mjs';

const labParts = ['go', 'haproxy', 'keepalived', 'iproute2', 'iptables'];

/**
 * The parts of `npm test`, in order. `lane`: steps of one lane run one after
 * the other, the lanes side by side: `labs` mostly waits for clusters, `code`
 * computes. `after`: steps of the other lane it needs. `parts`: system parts
 * without which it cannot run; `wishes`: parts without which it runs, but not
 * whole; `lab`: needs a machine that can run the lab. `quick`: what is
 * different in a quick run; a step without it is left out there.
 */
export const steps = [
  {
    name: 'format',
    lane: 'code',
    parts: [],
    run: format,
    quick: {},
  },
  {
    name: 'lint',
    lane: 'code',
    parts: [],
    run: tools => lint(tools),
    // Packages whose files are as when they last passed are not read again.
    quick: { run: tools => lint(tools, '--success-cache') },
  },
  {
    name: 'types',
    lane: 'code',
    parts: [],
    run: types,
    quick: {},
  },
  {
    name: 'api-reports',
    lane: 'code',
    parts: [],
    run: ({ node, yarn, print }) =>
      asOne(
        'the API reports do not tell what the code is (yarn build:api-reports)',
        node,
        [yarn, 'build:api-reports', '--ci'],
        { print, yielding: true },
      ),
  },
  {
    name: 'pages',
    lane: 'code',
    parts: [],
    // Steps of both lanes show them.
    run: async tools => {
      await ensureBundle(tools);
      return tally(1, 0);
    },
  },
  {
    name: 'scripts',
    lane: 'code',
    parts: [],
    run: scripts,
    quick: {},
  },
  {
    name: 'lab-unit',
    lane: 'code',
    parts: [],
    run: labUnit,
    quick: {},
  },
  {
    name: 'lab-build',
    lane: 'labs',
    parts: ['go'],
    lab: true,
    run: ({ node, print }) =>
      asOne(
        'the lab could not be built',
        node,
        ['--import', 'tsx', 'lab/src/cli/main.ts', 'build'],
        { print },
      ),
  },
  {
    name: 'unit',
    lane: 'code',
    after: ['lab-build'],
    parts: [],
    wishes: ['haproxy'],
    run: unitTests,
    quick: { lane: 'unit', run: quickUnitTests },
  },
  {
    name: 'lab',
    lane: 'labs',
    parts: labParts,
    lab: true,
    run: tools => nodeTests('lab', tools, 'lab/test'),
  },
  {
    name: 'acceptance',
    lane: 'labs',
    after: ['pages'],
    parts: [...labParts, 'chromium'],
    lab: true,
    run: tools =>
      nodeTests('acceptance', tools, 'lab/acceptance', {
        env: { ...labInMemory(), CHROMIUM_PATH: partProgram('chromium') },
        // Each file has its lab, and most of the time waits for it.
        concurrency: hasRoomForTwoLabs() ? 2 : 1,
        preload: ['./scripts/test/ownLabData.mjs'],
      }),
  },
  {
    name: 'browser',
    lane: 'code',
    parts: ['chromium'],
    run: browserTests,
  },
];

/** The steps of a quick run: what an edit breaks most often, without labs, PostgreSQL and browsers. */
export const quickSteps = steps
  .filter(({ quick }) => quick)
  .map(step => ({ ...step, ...step.quick }));

function format({ node, yarn, print }) {
  return asOne(
    'files are not formatted (yarn prettier:write)',
    node,
    [yarn, 'prettier:check', '--loglevel=warn'],
    { print, yielding: true },
  );
}

function lint({ node, yarn, print }, ...more) {
  return asOne(
    'lint found errors',
    node,
    [yarn, 'lint', '--max-warnings', '0', ...more],
    { print, yielding: true },
  );
}

function types({ node, yarn, print }) {
  return asOne('the type check found errors', node, [yarn, 'tsc'], {
    print,
    yielding: true,
  });
}

function scripts(tools) {
  return nodeTests('scripts', tools, 'scripts/test');
}

function labUnit(tools) {
  return nodeTests('lab-unit', tools, 'lab/test/unit');
}
