/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import {
  ChildProcessWithoutNullStreams,
  execFile,
  spawn,
} from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface, Interface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { describeWithLab } from '../__testUtils__/describeWithLab';
import { TestFolder } from '../__testUtils__/TestFolder';
import { connect } from './__testUtils__/configuredConnection';
import { kubeconfigRows } from './__testUtils__/kubeconfigRows';
import { asDocument, KubeconfigRow } from './__testUtils__/kubeconfigRows/row';
import { ownSettings, viewedSettings } from './__testUtils__/viewedSettings';
import { Shown, shownBy } from './__testUtils__/shownBy';
import { soon, TestCluster } from './__testUtils__/TestCluster';
import { readKubeconfig } from './kubeconfigFile';

const cluster = new TestCluster();
const folder = new TestFolder();
let address: string;
let shown: Shown[];

beforeEach(async () => {
  shown = [];
  const server = await cluster.https((request, response) => {
    shown.push(shownBy(request));
    response.setHeader('content-type', 'application/json');
    response.end(
      '{"major":"1","minor":"37","gitVersion":"v1.37.2","gitCommit":"","gitTreeState":"","buildDate":"","goVersion":"","compiler":"","platform":""}',
    );
  });
  address = server.address;
});

/** What kubectl of the lab writes, which has no terminal and nothing of our environment; it may fail. */
function kubectl(kubeconfig: string, ...args: string[]): Promise<string> {
  return new Promise(done => {
    const child = execFile(
      resolve(__dirname, '../../../../lab/bin/kubectl'),
      ['--kubeconfig', kubeconfig, ...args],
      {
        env: { PATH: process.env.PATH, HOME: folder.path },
        cwd: folder.path,
      },
      (_error, output) => done(output),
    );
    child.stdin?.end();
  });
}

/** The kubeconfig of a row, written. */
function written(row: KubeconfigRow): string {
  const given = {
    address,
    cluster,
    file: (name: string, content: string) => folder.file(name, content),
  };
  const made = stringify(asDocument(given, row), { lineWidth: 0 });
  const path = folder.file('kubeconfig', row.text?.(made, given) ?? made);
  if (existsSync(folder.at('plugin.sh'))) {
    chmodSync(folder.at('plugin.sh'), 0o755);
  }
  return path;
}

/** What the server saw first, its address without the query; nothing when it was not asked. */
function seen(): Shown | undefined {
  const [first] = shown;
  return (
    first && {
      ...first,
      url: first.url?.replace(/\?.*$/, '').replace(/\/$/, ''),
    }
  );
}

function accepted(row: KubeconfigRow): Shown | undefined {
  return typeof row.expected === 'string'
    ? undefined
    : { url: '/version', ...row.expected };
}

/** What comes of a request of ours. */
function saidOf({ expected }: KubeconfigRow): unknown {
  return typeof expected === 'string'
    ? expect.stringContaining(expected)
    : 'answered';
}

/** What we refuse on purpose kubectl does: else the reason is out of date. */
function seenOfKubectl(row: KubeconfigRow): unknown {
  return row.refusedOnPurpose ? expect.anything() : accepted(row);
}

describe('a kubeconfig', () => {
  it.each(kubeconfigRows.map(row => [row.rule, row] as const))(
    '%s',
    async (_rule, row) => {
      const kubeconfig = written(row);
      const outcome = await (async () => {
        const connection = await connect(cluster, {
          type: 'kubeconfig',
          kubeconfig,
        });
        await connection.api.request({ path: '/version', signal: soon() });
        return 'answered';
      })().catch((error: Error) => error.message);
      expect(seen()).toEqual(accepted(row));
      expect(outcome).toEqual(saidOf(row));
    },
  );
});

describeWithLab('kubectl with the same kubeconfig', () => {
  it.each(kubeconfigRows.map(row => [row.rule, row] as const))(
    '%s',
    async (_rule, row) => {
      const kubeconfig = written(row);
      await kubectl(kubeconfig, 'version', '--request-timeout=5s');
      expect(seen()).toEqual(seenOfKubectl(row));
    },
  );
});

describeWithLab('kubectl config view of the same kubeconfig', () => {
  it.each(
    kubeconfigRows
      .filter(row => accepted(row) !== undefined)
      .map(row => [row.rule, row] as const),
  )('%s', async (_rule, row) => {
    const path = written(row);
    const view = await kubectl(
      path,
      ...['config', 'view', '--raw', '--minify', '-o', 'json'],
    );
    const text = readFileSync(path, 'utf8');
    expect(ownSettings(readKubeconfig(text, path))).toEqual(
      viewedSettings(view, path),
    );
  });
});

describe('@kubernetes/client-node with the same kubeconfig', () => {
  let library: ChildProcessWithoutNullStreams;
  let lines: Interface;

  beforeAll(() => {
    library = spawn(process.execPath, [
      resolve(__dirname, '__testUtils__/clientNodeAsks.mjs'),
    ]);
    lines = createInterface({ input: library.stdout });
  });

  afterAll(async () => {
    library.stdin.end();
    await once(library, 'exit');
  });

  it.each(kubeconfigRows.map(row => [row.rule, row] as const))(
    '%s',
    async (_rule, row) => {
      const answered = once(lines, 'line');
      library.stdin.write(`${written(row)}\n`);
      await answered;
      const saw = seen();
      // A difference that is gone is to be struck from the table.
      expect({ agrees: isDeepStrictEqual(saw, accepted(row)), saw }).toEqual({
        agrees: row.clientNode === undefined,
        saw,
      });
    },
  );
});
