/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  assess,
  ClusterSnapshot,
  clusterSnapshotSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import { runCaptured } from './__testUtils__/runCaptured';
import { recording, storedSnapshot } from './__testUtils__/storedSnapshot';

let folder: string;
let stored: ClusterSnapshot;
const inFolder = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-cli-'));
  stored = await storedSnapshot();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('usage', () => {
  it.each`
    args                                              | says
    ${['scan', '--min-grade', 'Z']}                   | ${/Allowed choices are A, B, C, D, F/}
    ${['scan', '--fail-on', 'bad']}                   | ${/Allowed choices are critical/}
    ${['scan', '--output', 'xml']}                    | ${/Allowed choices are table, json, junit/}
    ${['scan', '--samples', '0']}                     | ${/whole number from 1 to 100/}
    ${['scan', '--interval', '1.5']}                  | ${/whole number from 1 to 600/}
    ${['scan', '--haproxy', 'http://lb:8404']}        | ${/a name and the address/}
    ${['scan', '--surprise']}                         | ${/unknown option '--surprise'/}
    ${['scan', '--cluster', 'a']}                     | ${/--cluster is given without --config/}
    ${['scan', '--config', 'a', '--kubeconfig', 'b']} | ${/--config is given together with --kubeconfig/}
    ${['scan', '--config', '/none.yaml']}             | ${/\/none\.yaml cannot be read/}
    ${['scan', '--kubeconfig', '/none']}              | ${/--kubeconfig: found "\/none"/}
    ${['replay']}                                     | ${/missing required argument 'snapshot'/}
    ${['replay', '/none.json']}                       | ${/\/none\.json cannot be read as JSON/}
    ${['record', '--output', 'x']}                    | ${/required option '--config <file>'/}
    ${['simulate']}                                   | ${/unknown command 'simulate'/}
  `('$args ends with 2 and says what is expected', async ({ args, says }) => {
    const { code, stdout, stderr } = await runCaptured(...args);
    expect(stderr).toMatch(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it.each([['--help'], ['scan', '--help'], ['replay', '--help']])(
    '%s %s is no mistake',
    async (...args) => {
      const { code, stdout } = await runCaptured(...args);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Usage: kubernetes-ha/);
    },
  );
});

describe('replay', () => {
  it('gives a stored snapshot the scorecard that assess gives it, byte for byte', async () => {
    const file = inFolder('snapshot.json', JSON.stringify(stored));
    const { code, stdout } = await runCaptured('replay', file, '-o', 'json');
    expect(code).toBe(0);
    const { scorecard } = JSON.parse(stdout);
    expect(JSON.stringify(scorecard)).toBe(JSON.stringify(assess(stored)));
  });

  it('ends with 1 below the required grade, and writes the report all the same', async () => {
    const worse = { ...stored, sections: { ...stored.sections } };
    worse.sections.etcd = {
      state: 'unknown',
      reason: 'timeout',
      detail: 'no answer',
      source: 'etcd',
      via: 'test',
      observedAt: stored.takenAt,
    };
    const file = inFolder('worse.json', JSON.stringify(worse));
    const out = join(folder, 'report.xml');
    const args = ['replay', file, '-o', 'junit', '-f', out];
    expect((await runCaptured(...args)).code).toBe(0);
    const { code, stdout } = await runCaptured(...args, '--min-grade', 'A');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(readFileSync(out, 'utf8')).toContain('requirements.min-grade');
  });

  it('ends with 3 when nothing of the cluster had been read', async () => {
    const { etcd } = stored.sections;
    const nothing = Object.fromEntries(
      Object.keys(stored.sections).map(name => [
        name,
        {
          state: 'unknown',
          reason: 'refused',
          detail: 'connect ECONNREFUSED',
          source: 'test',
          via: 'test',
          observedAt: etcd.observedAt,
        },
      ]),
    );
    const file = inFolder(
      'nothing.json',
      JSON.stringify({ ...stored, sections: nothing }),
    );
    const { code, stdout } = await runCaptured('replay', file);
    expect(code).toBe(3);
    expect(stdout).toContain('Not assessed');
  });

  it('reads a snapshot of a version that did not collect all sections yet', async () => {
    const { kubelets: _, ...sections } = stored.sections;
    const file = inFolder(
      'older.json',
      JSON.stringify({ ...stored, sections }),
    );
    const { code, stdout } = await runCaptured('replay', file, '-o', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).assessed).toBe(true);
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'half a snapshot',
      () => ({ schemaVersion: 1 }),
      /: This is no snapshot: .* at takenAt; .* at sections\. Expected/,
    ],
    [
      'another object',
      () => ({ kind: 'Pod', metadata: {} }),
      /: This is no snapshot: .* at schemaVersion/,
    ],
    [
      'a snapshot of a later version',
      () => ({ ...stored, schemaVersion: 2 }),
      /has schema version 2\. Expected: 1 or lower\. A later version/,
    ],
    [
      'one without its cluster',
      () => ({ ...stored, cluster: undefined }),
      /: This is no snapshot: .* at cluster\./,
    ],
    [
      'one with a section of another kind',
      () => ({
        ...stored,
        sections: { ...stored.sections, pods: stored.sections.etcd },
      }),
      /: The snapshot cannot be used: .* at sections\.pods\.value\. Expected/,
    ],
  ])('ends with 2 for %s', async (_, written, says) => {
    const file = inFolder('x', JSON.stringify(written()));
    const { code, stdout, stderr } = await runCaptured('replay', file);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/scan --snapshot/);
  });

  it('ends with 2 for what is no JSON', async () => {
    const { code, stderr } = await runCaptured('replay', inFolder('x', '{'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be read as JSON: .*Expected: a snapshot/);
  });
});

describe('scan', () => {
  it('of a recording gives the scorecard of the snapshot that it writes', async () => {
    const config = inFolder(
      'app-config.yaml',
      `kubernetesHa:
  clusters:
    - name: played
      connection: { type: recorded, file: ${recording} }
    - name: other
      connection: { type: of-a-module }
`,
    );
    const snapshot = join(folder, 'seen.json');
    const { code, stdout, stderr } = await runCaptured(
      'scan',
      ...['--config', config, '--cluster', 'played', '--samples', '1'],
      ...['--snapshot', snapshot, '-o', 'json'],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const seen = clusterSnapshotSchema.parse(
      JSON.parse(readFileSync(snapshot, 'utf8')),
    );
    expect(JSON.parse(stdout).scorecard).toEqual(
      JSON.parse(JSON.stringify(assess(seen))),
    );
    expect(JSON.parse(stdout).cluster.recordedAt).toBeDefined();
  });

  it('names the clusters to choose from, and refuses one that needs a portal', async () => {
    const config = inFolder(
      'two.yaml',
      `kubernetesHa:
  clusters:
    - name: a
      connection: { type: kubernetesPlugin }
    - name: b
      connection: { type: of-a-module }
`,
    );
    const without = await runCaptured('scan', '--config', config);
    expect(without).toMatchObject({ code: 2, stdout: '' });
    expect(without.stderr).toMatch(/has 2 clusters: a, b\. Expected: one/);
    for (const name of ['a', 'b']) {
      const { code, stderr } = await runCaptured(
        ...['scan', '--config', config, '--cluster', name],
      );
      expect(code).toBe(2);
      expect(stderr).toMatch(/needs a running portal/);
    }
  });

  it('ends with 3 when nobody answers, whatever grade is required, and says what to do', async () => {
    const kubeconfig = inFolder(
      'kubeconfig',
      `apiVersion: v1
kind: Config
current-context: c
contexts: [{ name: c, context: { cluster: c, user: u } }]
clusters: [{ name: c, cluster: { server: 'https://127.0.0.1:1' } }]
users: [{ name: u, user: { token: not-a-real-token } }]
`,
    );
    const { code, stdout, stderr } = await runCaptured(
      ...['scan', '--kubeconfig', kubeconfig, '--samples', '1'],
      ...['--min-grade', 'A', '-o', 'json'],
    );
    expect(code).toBe(3);
    expect(stderr).toMatch(/Observed: refused: .*\n?.*Expected: .*scan again/s);
    expect(stderr).not.toContain('not-a-real-token');
    expect(JSON.parse(stdout)).toMatchObject({
      assessed: false,
      scorecard: null,
      requirements: { met: false },
    });
  });
});
