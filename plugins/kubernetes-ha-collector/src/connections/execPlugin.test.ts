/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { once } from 'node:events';
import { setImmediate as immediately } from 'node:timers/promises';
import { existsSync, readFileSync, watch } from 'node:fs';
import { TestFolder } from '../__testUtils__/TestFolder';
import { execEnvironment } from './execEnvironment';
import { runExecPlugin } from './execPlugin';

const folder = new TestFolder();
const never = new AbortController().signal;
const env = { PATH: process.env.PATH ?? '' };

function sh(lines: string) {
  return { command: '/bin/sh', args: ['-c', lines], env };
}

/** Whether a process runs; one that has ended and waits for its parent does not. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** What stands in a file once a plugin has written it. */
async function content(name: string): Promise<string> {
  // Begun before the first look: a file written in between is seen.
  const changes = watch(folder.path);
  while (!existsSync(folder.at(name))) await once(changes, 'change');
  changes.close();
  return readFileSync(folder.at(name), 'utf8');
}

describe('an exec plugin', () => {
  it('that ignores SIGTERM is ended with all that it started', async () => {
    const script = `trap '' TERM
sleep 600 &
echo "$$ $!" > ${folder.at('pids.part')}
mv ${folder.at('pids.part')} ${folder.at('pids')}
wait; wait`;
    await expect(
      runExecPlugin(sh(script), never, { timeoutMs: 500, graceMs: 100 }),
    ).rejects.toMatchObject({
      timedOut: true,
      message: 'no answer within 0.5 s',
    });
    const pids = (await content('pids')).trim().split(' ').map(Number);
    expect(pids).toHaveLength(2);
    // Killed, they are gone a moment later: one that is not keeps the test until its end.
    while (pids.some(runs)) await immediately();
  });

  it('that leaves something behind with its output open has answered all the same', async () => {
    expect(
      await runExecPlugin(sh('printf answer; sleep 600 & exit 0'), never, {
        timeoutMs: 60_000,
        graceMs: 50,
      }),
    ).toBe('answer');
  });

  it('that writes without end is ended', async () => {
    await expect(
      runExecPlugin(sh('exec cat /dev/zero'), never),
    ).rejects.toThrow('it wrote more than 1048576 bytes');
  });

  it('is ended when its connection is closed', async () => {
    const closing = new AbortController();
    const outcome = runExecPlugin(
      sh(`echo > ${folder.at('started')}; exec sleep 600`),
      closing.signal,
    );
    await content('started');
    closing.abort();
    await expect(outcome).rejects.toThrow('the connection was closed');
  });

  it('sees nothing of the backend but what plugins need', async () => {
    const own = {
      PATH: '/bin',
      HOME: '/home/backend',
      https_proxy: 'http://proxy',
      AWS_PROFILE: 'reader',
      LC_ALL: 'C',
      BACKEND_SECRET: 's3cret',
      POSTGRES_PASSWORD: 's3cret',
      GITHUB_TOKEN: 's3cret',
      VAULT_ADDR: 'https://vault',
      MINE: 'm',
      MINE_TOO: 'm',
    };
    const usual = ['PATH', 'HOME', 'https_proxy', 'AWS_PROFILE', 'LC_ALL'];
    expect(Object.keys(execEnvironment(own))).toEqual(usual);
    expect(Object.keys(execEnvironment(own, ['VAULT_*', 'MINE']))).toEqual([
      ...usual,
      'VAULT_ADDR',
      'MINE',
    ]);
  });
});
