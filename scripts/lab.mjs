import {
  bootstrap,
  ensureSystemParts,
  fail,
  handOver,
  labObstacles,
  root,
} from './bootstrap/index.mjs';

/** What a lab runs; the command itself names what is still missing. */
const PARTS = ['haproxy', 'keepalived', 'iproute2', 'iptables'];

// `npm run lab -- up|down|status|fault|heal|record|kubectl …`
try {
  const { node } = await bootstrap();
  const [command] = process.argv.slice(2);
  if (command === 'up' && labObstacles().length === 0) {
    await ensureSystemParts(PARTS);
  }
  process.exitCode = await handOver(
    node,
    ['--import', 'tsx', 'lab/src/cli/main.ts', ...process.argv.slice(2)],
    { cwd: root },
  );
} catch (error) {
  fail(error);
}
