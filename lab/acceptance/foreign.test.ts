/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { connect } from 'node:tls';
import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { Lab, startLab } from '../src';
import { createObserver } from './createObserver';
import {
  belowPass,
  differences,
  unexplainedCriticalFailures,
} from './expectation';
import { hidden, realWarnings } from './foreignExpectations';
import { statement, waitsForTime } from './needsTime';
import type { Observer } from './observer';

suite('a control plane that kubeadm did not make', { timeout: 900_000 }, () => {
  let lab: Lab | undefined;
  let observer: Observer | undefined;
  let card: Scorecard | undefined;

  before(async () => {
    lab = await startLab({ name: 'foreign', profile: 'foreign' });
    const { apiServer: _, ...given } = lab.appConfig();
    assert.deepEqual(Object.keys(given).sort(), [
      ...['connection', 'etcd', 'loadBalancer'],
      ...['name', 'tier', 'title'],
    ]);
    observer = await createObserver(given);
    await observer.look();
    await observer.look();
    ({ card } = await observer.look());
  });

  after(async () => {
    await observer?.close();
    await lab?.down();
  });

  test('it is of another make: no mirror pods, flags in another spelling, one etcd certificate for all', async () => {
    assert.ok(lab);
    const { stdout } = await lab.kubectl([
      ...['get', 'pods', '--all-namespaces', '--output'],
      'jsonpath={.items[*].metadata.annotations.kubernetes\\.io/config\\.mirror}',
    ]);
    assert.equal(stdout, '');

    const fingerprints = new Set<string>();
    for (const { name } of lab.machines('control-plane')) {
      const [apiServer] = lab.machine(name).processes('kube-apiserver');
      assert.ok(apiServer.argv.includes('--etcd-servers'));
      assert.ok(
        !apiServer.argv.some(
          word => word.startsWith('--etcd-') && word.includes('='),
        ),
      );
      const [etcd] = lab.machine(name).processes('etcd');
      assert.deepEqual(etcd.argv.slice(1, 2), ['--config-file']);
    }
    const own = new X509Certificate(readFileSync(lab.etcd.certFile));
    for (const endpoint of lab.etcd.endpoints) {
      fingerprints.add(await servedFingerprint(new URL(endpoint), lab.etcd));
    }
    // Served by every member, and shown by every client, ourselves too.
    assert.deepEqual([...fingerprints], [own.fingerprint256]);
    assert.match(own.issuer, /corp-internal-ca/);
  });

  test('its members, instances, leases and load balancers are assessed as what they are', () => {
    assert.ok(card);
    assert.deepEqual(
      differences(card, {
        'etcd-member-count': ['pass'],
        'etcd-quorum-fault-tolerance': ['pass'],
        'etcd-has-leader': ['pass'],
        'etcd-zone-spread': ['pass'],
        'apiserver-replica-count': ['pass'],
        'apiserver-readyz-each': ['pass'],
        'kcm-lease-fresh': ['pass'],
        'scheduler-lease-fresh': ['pass'],
        'lb-backends-up': ['pass'],
        'lb-membership': ['pass'],
        'lb-redundancy': ['pass'],
        'lb-vip-reachable': ['pass'],
      }),
      [],
      belowPass(card).join('\n'),
    );
  });

  test('what is hidden is unknown for just that reason, and nothing else is', () => {
    assert.ok(card);
    const told = card.results
      .filter(({ status }) => ['unknown', 'not-applicable'].includes(status))
      .filter(result => !waitsForTime(result))
      .map(({ checkId, status, reason }) => ({
        checkId,
        said: reason ? `${status} (${reason})` : status,
      }));
    assert.deepEqual(
      Object.fromEntries(
        told
          .map(({ checkId, said }): [string, string] => [checkId, said])
          .sort(),
      ),
      Object.fromEntries(Object.entries(hidden).sort()),
      belowPass(card).join('\n'),
    );
  });

  test('all else is assessed: it passes, but for what this control plane really lacks', () => {
    assert.ok(card);
    const unwell = card.results
      .filter(result => /^(warn|fail)/.test(statement(result)))
      .map(({ checkId, status }) => `${checkId} is ${status}`);
    assert.deepEqual(
      unwell.sort(),
      realWarnings.map(id => `${id} is warn`).sort(),
      belowPass(card).join('\n'),
    );
  });

  test('no critical check fails on a control plane that is well', () => {
    assert.ok(card);
    assert.deepEqual(
      unexplainedCriticalFailures(card, {}, {}),
      [],
      belowPass(card).join('\n'),
    );
  });

  test('a stopped member is seen here too', async () => {
    assert.ok(lab && observer);
    await lab.fault('stop-etcd', {});
    try {
      const { differences: off } = await observer.lookUntil(
        now => differences(now, { 'etcd-quorum-fault-tolerance': ['fail'] }),
        2,
      );
      assert.deepEqual(off, []);
    } finally {
      await lab.heal();
    }
  });
});

function servedFingerprint(
  { hostname, port }: URL,
  { caFile, certFile, keyFile }: Lab['etcd'],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port),
      ca: readFileSync(caFile),
      cert: readFileSync(certFile),
      key: readFileSync(keyFile),
    });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
  });
}
