/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { startLab } from '../src';
import { tryRun } from '../src/host/exec';
import { pidsWithEnvironment } from '../src/host/processes';
import { labNames, removeLab, removeOrphans } from '../src/cluster/registry';
import { bridgeMac } from '../src/host/network';
import { dataFolders } from '../src/state/dataFolders';
import { type JournalEntry, noteInJournal } from '../src/state/journal';
import { type LabDescription, readDescription } from '../src/state/description';
import { environmentMarker } from '../src/machine/machine';
import {
  dataFolder,
  inDataFolder,
  labFolder,
  labPaths,
} from '../src/state/paths';
import { labTest, useOwnDataFolder } from './harness';
import { leftoversOf } from './leftovers';

const small = { profile: 'single-control-plane', nodes: 0 };

describe('an interrupted start', labTest(600_000), () => {
  const removeData = useOwnDataFolder();
  after(async () => {
    for (const name of labNames()) {
      await removeLab(name);
    }
    removeData();
  });

  // After the machines run, after kubeadm, and while nodes and add-ons are made.
  for (const said of ['machines run', 'manifests are written', 'the API']) {
    test(`killed at "${said}" is cleaned up by "down"`, async () => {
      const lab = await startAndKill('cut', said);
      assert.ok(leftoversOf(lab).some(text => text.startsWith('process')));
      await removeLab('cut');
      assert.deepEqual(leftoversOf(lab), []);
    });
  }

  test('is cleaned up by the next start of any lab, which then works', async () => {
    const cut = await startAndKill('cut', 'manifests are written');
    const lab = await startLab({ ...small, name: 'next' });
    try {
      assert.deepEqual(pidsWithEnvironment(environmentMarker(cut)), []);
      assert.deepEqual(labNames(), ['next']);
      assert.deepEqual(await lab.unhealthy(), []);
    } finally {
      await lab.down();
    }
    // Only now: the new lab took the free network, with interfaces of the same names.
    assert.deepEqual(leftoversOf(cut), []);
  });

  test('"down --left-over" takes away what nobody owns, and nothing else', async () => {
    const present = await startLab({ ...small, name: 'present' });
    const cut = await startAndKill('cut', 'machines run');
    const { code, stdout } = await tryRun(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'down', '--left-over'],
      { cwd: labFolder },
    );
    assert.equal(code, 0);
    assert.match(stdout, /Taking down lab cut/);
    assert.deepEqual(leftoversOf(cut), []);
    assert.deepEqual(labNames(), ['present']);
    assert.deepEqual(await present.unhealthy(), []);
    await present.down();
  });

  test('in another data folder it is cleaned up by the next start of any lab, too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-lab-'));
    const cut = await inDataFolder(folder, () =>
      startAndKill('cut', 'machines run'),
    );
    const leftovers = () => inDataFolder(folder, () => leftoversOf(cut));
    assert.ok(leftovers().some(text => text.startsWith('process')));
    assert.deepEqual(labNames(), [], 'it lies elsewhere');
    await removeOrphans(() => undefined);
    assert.deepEqual(leftovers(), []);
    rmSync(folder, { recursive: true });
    assert.ok(!(await dataFolders()).includes(folder), 'it is forgotten');
  });

  test('a lab whose network is another’s by now takes nothing of that away', async () => {
    const lab = await startLab({ ...small, name: 'present' });
    const { bridge } = lab.description.network;
    const past = labPaths('past');
    noteInJournal(
      past.journal,
      { kind: 'bridge', name: bridge, mac: bridgeMac(past.root) },
      ...lab.description.machines.flatMap(
        ({ namespace, link }): JournalEntry[] => [
          { kind: 'namespace', name: namespace },
          { kind: 'link', name: link },
        ],
      ),
    );
    await removeLab('past');
    assert.deepEqual(labNames(), ['present']);
    assert.deepEqual(await lab.unhealthy(), []);
    await lab.down();
    assert.deepEqual(leftoversOf(lab.description), []);
  });

  test('two labs live side by side and go one by one', async () => {
    const one = await startLab({ ...small, name: 'one' });
    const two = await startLab({ ...small, name: 'two' });
    assert.notEqual(one.endpoint, two.endpoint);
    await one.down();
    assert.deepEqual(leftoversOf(one.description), []);
    assert.deepEqual(await two.unhealthy(), []);
    await assert.rejects(
      startLab({ ...small, name: 'two' }),
      /Lab two runs already/,
    );
    await two.down();
    assert.deepEqual(leftoversOf(two.description), []);
  });
});

/** Starts a lab in a process of its own and kills that when it says something. */
async function startAndKill(
  name: string,
  said: string,
): Promise<LabDescription> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'startAndWait.ts'), name],
    {
      cwd: labFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, KUBERNETES_HA_LAB_DATA: dataFolder() },
    },
  );
  const ended = once(child, 'exit');
  await untilSaid(child, said);
  child.kill('SIGKILL');
  await ended;
  const lab = readDescription(name);
  assert.ok(lab);
  assert.equal(lab.phase, 'starting');
  return lab;
}

async function untilSaid(child: ChildProcess, said: string): Promise<void> {
  assert.ok(child.stdout);
  for await (const line of createInterface(child.stdout)) {
    if (line.includes(said)) {
      return;
    }
  }
  throw new Error(`the start ended without saying "${said}"`);
}
