import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { toolsDir } from './paths.mjs';

const records = path.join(toolsDir, 'running');

/**
 * Notes a process that must not outlive this one, so that the next run ends it
 * if this one is killed. `group`: its whole process group is ours; `folder`:
 * its data, of no use without it. Returns what takes the note away.
 */
export function noteRunning(pid, { group = false, folder } = {}) {
  mkdirSync(records, { recursive: true });
  const file = path.join(records, `${pid}.json`);
  const record = {
    pid,
    startTime: startTimeOf(pid),
    group,
    folder,
    owner: { pid: process.pid, startTime: startTimeOf(process.pid) },
  };
  writeFileSync(file, JSON.stringify(record));
  return () => rmSync(file, { force: true });
}

/** Ends what runs that were killed left behind. */
export function endLeftovers(folder = records) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const record = read(file);
    if (record && isThere(record.owner)) continue;
    if (record && isThere(record)) {
      console.log(`Ending process ${record.pid}, left over from a killed run`);
      kill(record.group ? -record.pid : record.pid);
    }
    if (record?.folder) rmSync(record.folder, { recursive: true, force: true });
    rmSync(file, { force: true });
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Cut short by a kill, or taken away by its owner meanwhile: it names nobody.
    return undefined;
  }
}

/** Ids are reused; together with the time of the start they are not. */
function isThere({ pid, startTime }) {
  return startTime !== undefined && startTimeOf(pid) === startTime;
}

function startTimeOf(pid) {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    return stdout?.trim() || undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? undefined : `${fields[19]} ${boot}`;
  } catch {
    return undefined; // There is no such process.
  }
}

function kill(target) {
  try {
    process.kill(target, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // It has ended meanwhile.
  }
}
