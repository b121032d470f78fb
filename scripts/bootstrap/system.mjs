import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

/**
 * Parts that come from the operating system: the program that shows one is
 * there, and the Debian package that brings it.
 */
const PARTS = {
  haproxy: { programs: ['haproxy'], debian: ['haproxy'], mac: 'haproxy' },
  keepalived: { programs: ['keepalived'], debian: ['keepalived'] },
  iproute2: { programs: ['ip'], debian: ['iproute2'] },
  iptables: { programs: ['iptables'], debian: ['iptables'] },
  chromium: {
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    // Without a CJK font the Chinese pages would show empty boxes; without one like Helvetica words are cut off.
    debian: ['chromium', 'fonts-liberation', 'fonts-noto-cjk'],
    mac: '--cask chromium',
  },
  go: { programs: ['go'], debian: [] },
};

/** Folders in which system programs live although a user's PATH may lack them. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/sbin', '/usr/local/go/bin'];

/** Full path of a program, or undefined. */
export function which(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const folder of [...folders, ...SYSTEM_FOLDERS]) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return undefined;
}

/** Path of the program of a part, or undefined. */
export function partProgram(part) {
  return PARTS[part].programs.map(which).find(Boolean);
}

function isDebianRoot() {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    which('apt-get') !== undefined
  );
}

/** How a person gets a part that is missing. */
export function advice(
  part,
  platform = process.platform,
  hasApt = which('apt-get') !== undefined,
) {
  const { debian, mac } = PARTS[part];
  if (part === 'go') return 'install Go 1.26 or newer from https://go.dev/dl/';
  if (platform === 'darwin') {
    return mac ? `run: brew install ${mac}` : 'it runs on Linux only';
  }
  if (platform === 'linux' && hasApt) {
    return `run: sudo apt-get install ${debian.join(' ')}`;
  }
  return `install ${part} with your system's package manager`;
}

/**
 * Makes parts present where that is possible (Debian as root) and returns
 * those that are still missing, each with the way to get it.
 */
export async function ensureSystemParts(parts) {
  let missing = parts.filter(part => !partProgram(part));
  const packages = missing.flatMap(part => PARTS[part].debian);
  if (packages.length > 0 && isDebianRoot()) {
    console.log(`Installing with apt: ${packages.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    try {
      await run('apt-get', ['update', '-qq'], { env });
      await run(
        'apt-get',
        ['install', '-y', '-qq', '--no-install-recommends', ...packages],
        { env, stdio: ['ignore', 'ignore', 'inherit'] },
      );
    } catch (error) {
      // No network, say: what is missing is told below, and the rest can run.
      console.error(error.message);
    }
    missing = parts.filter(part => !partProgram(part));
  }
  return missing.map(part => ({ part, advice: advice(part) }));
}

/** Why the lab cannot run on this machine apart from missing parts; empty when it can. */
export function labObstacles() {
  const obstacles = [];
  if (process.platform !== 'linux') {
    obstacles.push(
      `the lab needs Linux namespaces; this is ${process.platform}`,
    );
  } else if (process.getuid?.() !== 0) {
    obstacles.push('the lab needs root: run it with sudo');
  }
  return obstacles;
}
