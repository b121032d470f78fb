/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Lab } from '../src';
import { resultOf } from './expectation';
import { statements } from './needsTime';
import { reportOf, runCommand } from './scanCommand';

/** The command line on a lab that is well, with a fault, and out of reach. */
export function scanTests(labOf: () => Lab): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-ha-scan-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('options say as much as the configuration of the portal', async t => {
    const lab = labOf();
    const { loadBalancer } = lab.appConfig();
    assert.ok(loadBalancer && 'haproxy' in loadBalancer);
    const [byOptions, byConfig] = await Promise.all([
      runCommand(
        ...['scan', '--kubeconfig', lab.kubeconfig.reader],
        ...lab.etcd.endpoints.flatMap(url => ['--etcd-endpoint', url]),
        ...['--etcd-ca', lab.etcd.caFile, '--etcd-cert', lab.etcd.certFile],
        ...['--etcd-key', lab.etcd.keyFile],
        ...loadBalancer.haproxy.flatMap(({ name, statsUrl }) => [
          '--haproxy',
          `${name}=${statsUrl}`,
        ]),
        ...['--output', 'json'],
      ),
      runCommand('scan', '--config', lab.appConfigFile, '--output', 'json'),
    ]);
    t.diagnostic(
      `two scans at once: ${byOptions.seconds.toFixed(
        1,
      )} s and ${byConfig.seconds.toFixed(1)} s`,
    );
    const cards = [byOptions, byConfig].map(run => {
      const { scorecard } = reportOf(run);
      assert.ok(scorecard, run.stderr);
      assert.equal(run.code, 0);
      return scorecard;
    });
    assert.deepEqual(statements(cards[0]), statements(cards[1]));
  });

  test('with a fault it ends with 1 where that is asked for, and names what is broken', async () => {
    const lab = labOf();
    await lab.fault('stop-etcd', {});
    try {
      const run = await runCommand(
        ...['scan', '--config', lab.appConfigFile],
        ...['--fail-on', 'critical', '--min-grade', 'B'],
        ...['--output', 'json'],
      );
      const { scorecard } = reportOf(run);
      assert.equal(run.code, 1, run.stderr);
      assert.ok(scorecard);
      const spare = resultOf(scorecard, 'etcd-quorum-fault-tolerance');
      assert.equal(spare.status, 'fail');
    } finally {
      await lab.heal();
    }
  });

  test('a cluster that nobody reaches ends with 3, whatever grade is required, and says so', async () => {
    const kubeconfig = path.join(folder, 'nobody-there');
    writeFileSync(
      kubeconfig,
      readFileSync(labOf().kubeconfig.reader, 'utf8').replace(
        labOf().endpoint,
        'https://127.0.0.1:1',
      ),
      { mode: 0o600 },
    );
    const { code, stdout, stderr } = await runCommand(
      ...['scan', '--kubeconfig', kubeconfig, '--min-grade', 'A'],
    );
    assert.equal(code, 3);
    assert.match(
      stderr,
      /could not be assessed\. Observed: refused: .* Expected: an answer of its API\. Check address/,
    );
    assert.match(stdout, /Not assessed/);
  });
}
