import { spawn } from 'node:child_process';
import path from 'node:path';
import { passSignalsTo } from './ending.mjs';
import { npmTool } from './npmTool.mjs';

/** Node majors that Backstage 1.55 supports (`engines` of its template). */
const SUPPORTED_MAJORS = [22, 24];
const FETCHED_VERSION = '24';

/**
 * Makes sure that this script runs on a Node that Backstage supports: if it
 * does not, fetches one from npm and runs the same command line with it.
 * Returns only on a supported Node.
 */
export async function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (SUPPORTED_MAJORS.includes(major)) return;
  const name = `node-${
    process.platform === 'win32' ? 'win' : process.platform
  }-${process.arch}`;
  let folder;
  try {
    folder = await npmTool(name, FETCHED_VERSION);
  } catch (error) {
    throw new Error(
      `Node ${
        process.versions.node
      } is running. Expected: Node ${SUPPORTED_MAJORS.join(
        ' or ',
      )}. Fetching ${name}@${FETCHED_VERSION} from npm failed; install Node 24 and run this again.`,
      { cause: error },
    );
  }
  const node = path.join(
    folder,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  await replaceBy(node);
}

/** Runs our own command line with another Node and ends with its result. Signals are passed on. */
async function replaceBy(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: withNodeFirst(process.env, path.dirname(node)),
  });
  passSignalsTo(child);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (...ending) => resolve(ending));
  });
  process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
}

/** Environment in which `node` is the given one, for every child too. */
function withNodeFirst(env, folder) {
  return { ...env, PATH: `${folder}${path.delimiter}${env.PATH ?? ''}` };
}
