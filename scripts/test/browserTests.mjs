import path from 'node:path';
import { partProgram, root, which } from '../bootstrap/index.mjs';
import { ensureBundle } from '../portal/bundle.mjs';
import { exitCode, reportFile } from './commands.mjs';
import { fromPlaywright } from './tally.mjs';

/** Walks through the pages of a real portal that shows recordings. */
export async function browserTests(tools) {
  await ensureBundle(tools);
  const report = reportFile('playwright.json');
  const [command, ...args] = ownNetwork([
    tools.node,
    path.join(root, 'scripts', 'test', 'browserWalk.mjs'),
    tools.yarn,
    reportFile('portal.log'),
  ]);
  const code = await exitCode(command, args, {
    print: tools.print,
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      CHROMIUM_PATH: partProgram('chromium'),
    },
  });
  return fromPlaywright(report, code);
}

/**
 * The command in a network namespace of its own, where that is possible, with
 * the loopback and a link that leads nowhere: without one Chromium takes itself
 * to be offline. A lab in the other lane makes and removes network
 * links, and Chromium gives up what it is loading whenever an address of the
 * machine changes (ERR_NETWORK_CHANGED).
 */
export function ownNetwork(command) {
  const unshare = which('unshare');
  const ip = which('ip');
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot || !unshare || !ip) return command;
  const script = [
    '"$0" link set lo up',
    '{ "$0" link add nowhere type veth peer name nowhere-end; "$0" addr add 192.0.2.1/24 dev nowhere; "$0" link set nowhere up; "$0" link set nowhere-end up; }',
    'exec "$@"',
  ].join(' && ');
  return [unshare, '--net', '--', 'sh', '-c', script, ip, ...command];
}
