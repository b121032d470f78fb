/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type {
  KubernetesHaApi,
  Scorecard,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import { parse, stringify } from 'yaml';
// The scripts of the root belong to no package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import type { Portal } from '../../scripts/portal/portal.mjs';
import type { Lab } from '../src';
import { belowPass, resultOf, unknownCriticals } from './expectation';
import { INTERVAL_SECONDS } from './observer';
import { clientOf, scorecardWhen, startRealPortal } from './portalClient';
import { assertReplayAgrees, assertScanAgrees } from './scanAgreement';

const PORT = 7018;

/** Clusters that are configured well and answer wrong, with the reason that must be said. */
const wrongClusters: Record<
  string,
  {
    reason: UnknownReason;
    /** What can be told all the same. */
    told?: readonly string[];
    connection: (lab: Lab, silentPort: number) => object;
  }
> = {
  'wrong-token': {
    reason: 'unauthorised',
    connection: lab => ({
      url: lab.endpoint,
      token: 'not-a-token-of-this-cluster',
      caData: readerOf(lab).caData,
    }),
  },
  'wrong-ca': {
    reason: 'tls',
    connection: lab => ({
      url: lab.endpoint,
      token: readerOf(lab).token,
      caFile: lab.etcd.caFile,
    }),
  },
  'nobody-there': {
    reason: 'refused',
    told: ['lb-vip-reachable is fail'],
    connection: lab => ({
      url: 'https://127.0.0.1:1',
      token: readerOf(lab).token,
      caData: readerOf(lab).caData,
    }),
  },
  'never-answers': {
    reason: 'timeout',
    connection: (lab, silentPort) => ({
      url: `https://127.0.0.1:${silentPort}`,
      token: readerOf(lab).token,
      caData: readerOf(lab).caData,
    }),
  },
};

/** The real portal on a real cluster, connected well, through a proxy, and wrongly. */
export function portalTests(labOf: () => Lab): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-ha-portal-'));
  let portal: Portal | undefined;
  // Takes connections and never says a word.
  const silent = createServer();

  const configOf = (): string =>
    portalConfig(labOf(), folder, (silent.address() as AddressInfo).port);

  const start = async (): Promise<KubernetesHaApi> => {
    portal = await startRealPortal({
      port: PORT,
      configs: ['app-config.yaml', configOf()],
      log: path.join(folder, 'portal.log'),
      env: {
        APP_CONFIG_backend_database_connection: JSON.stringify({
          directory: path.join(folder, 'db'),
        }),
      },
    });
    return clientOf(portal.url);
  };

  before(async () => {
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });

  after(async () => {
    await portal?.stop();
    silent.close();
    rmSync(folder, { recursive: true, force: true });
  });

  let lastSeen: Scorecard | undefined;

  test('directly connected it is graded A or B with no unknown critical check', async () => {
    const api = await start();
    const card = await scorecardWhen(
      api,
      'direct',
      now =>
        ['A', 'B'].includes(now.grade ?? '') &&
        unknownCriticals(now).length === 0,
    );
    assert.ok(
      ['A', 'B'].includes(card.grade ?? ''),
      `${card.grade}\n${belowPass(card).join('\n')}`,
    );
    assert.deepEqual(unknownCriticals(card), []);
    lastSeen = card;
  });

  test('through the Backstage kubernetes plugin it works, and what a proxy hides is unknown with that reason', async () => {
    assert.ok(portal);
    const api = await clientOf(portal.url);
    const card = await scorecardWhen(
      api,
      'through-proxy',
      // One of each group: either may be collected first.
      now =>
        resultOf(now, 'node-ready-ratio').status === 'pass' &&
        resultOf(now, 'kcm-lease-fresh').status === 'pass',
    );
    assert.equal(resultOf(card, 'node-ready-ratio').status, 'pass');
    assert.equal(resultOf(card, 'kcm-lease-fresh').status, 'pass');
    const instances = resultOf(card, 'apiserver-readyz-each');
    assert.equal(instances.status, 'unknown');
    assert.equal(instances.reason, 'not-exposed');
    assert.equal(card.provisional, true);
  });

  Object.entries(wrongClusters).forEach(([name, { reason, told = [] }]) => {
    test(`the wrong cluster "${name}" is marked with "${reason}", and nothing of it is guessed`, async () => {
      assert.ok(portal);
      const api = await clientOf(portal.url);
      const card = await scorecardWhen(api, name, () => true);
      assert.deepEqual(
        card.results
          .filter(({ status }) => ['pass', 'warn', 'fail'].includes(status))
          .map(({ checkId, status }) => `${checkId} is ${status}`),
        told,
      );
      // What does not apply must rest on something that is known not to be there.
      assert.deepEqual(
        card.results
          .filter(({ status }) => status === 'not-applicable')
          .filter(({ evidence }) => !evidence.some(e => e.state === 'absent'))
          .map(({ checkId }) => checkId),
        [],
      );
      const { observation } = await api.getCluster(name);
      assert.notEqual(observation.state, 'live');
      const reasons = new Set(
        observation.problems.map(problem => problem.reason),
      );
      assert.ok(reasons.has(reason), `reasons are ${[...reasons].join(', ')}`);
      // The others do not feel it: all that was told of them still is.
      const well = await api.getScorecard('direct');
      assert.deepEqual(unknownCriticals(well), []);
      assert.equal((await api.getCluster('direct')).observation.state, 'live');
    });
  });

  test('the command line says the same at the same time', async t => {
    assert.ok(portal);
    const api = await clientOf(portal.url);
    const seconds = await assertScanAgrees(api, 'direct', configOf());
    t.diagnostic(`the scan took ${seconds.toFixed(1)} s`);
  });

  test('a snapshot that it stored gives, replayed, the scorecard that it stored', async () => {
    assert.ok(portal);
    await assertReplayAgrees(await clientOf(portal.url), 'direct');
  });

  test('killed at any moment and started again it keeps every stored judgement, and goes on', async () => {
    assert.ok(portal && lastSeen);
    let last = lastSeen.takenAt;
    // Right after a judgement, within the interval, and just before the next look.
    for (const share of [0, 0.4, 0.9]) {
      last = await killAndStart(last, share * INTERVAL_SECONDS * 1000);
    }
  });

  /** Kills the portal so long after its next judgement, starts it again, and sees that nothing is lost. Returns the time of its newest judgement. */
  async function killAndStart(since: string, afterMs: number): Promise<string> {
    assert.ok(portal);
    const api = await clientOf(portal.url);
    await scorecardWhen(api, 'direct', takenAfter(since));
    await delay(afterMs);
    const to = new Date().toISOString();
    const stored = await api.getHistory('direct', { to });
    assert.ok(stored.steps.length > 0);
    const { takenAt } = await api.getScorecard('direct');
    await portal.kill();

    const again = await start();
    const { steps } = await again.getHistory('direct', { to });
    assert.deepEqual(steps, stored.steps, 'assessments from before are gone');
    const newest = (await again.getScorecard('direct')).takenAt;
    assert.ok(newest >= takenAt, 'the newest assessment is gone');
    const later = await scorecardWhen(again, 'direct', takenAfter(newest));
    assert.ok(later.takenAt > newest);
    return later.takenAt;
  }
}

function takenAfter(time: string): (card: Scorecard) => boolean {
  return ({ takenAt }) => takenAt > time;
}

/** What the reader of a lab shows and believes. */
function readerOf(lab: Lab): { token: string; caData: string } {
  const { clusters, users } = parse(
    readFileSync(lab.kubeconfig.reader, 'utf8'),
  ) as {
    clusters: { cluster: Record<string, string> }[];
    users: { user: { token: string } }[];
  };
  return {
    token: users[0].user.token,
    caData: clusters[0].cluster['certificate-authority-data'],
  };
}

/** The lab twice, connected directly and through the kubernetes plugin with the same reader, and the wrong clusters. */
function portalConfig(lab: Lab, folder: string, silentPort: number): string {
  const { token, caData } = readerOf(lab);
  const intervals = {
    controlPlaneSeconds: INTERVAL_SECONDS,
    // The smallest that is allowed.
    inventorySeconds: 10,
  };
  const file = path.join(folder, 'app-config.yaml');
  writeFileSync(
    file,
    stringify({
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'lab',
                url: lab.endpoint,
                authProvider: 'serviceAccount',
                serviceAccountToken: token,
                caData,
              },
            ],
          },
        ],
      },
      kubernetesHa: {
        clusters: [
          { ...lab.appConfig(), name: 'direct', intervals },
          {
            name: 'through-proxy',
            tier: 'production',
            connection: { type: 'kubernetesPlugin', cluster: 'lab' },
            intervals,
          },
          ...Object.entries(wrongClusters).map(([name, { connection }]) => ({
            name,
            tier: 'production',
            connection: {
              type: 'serviceAccount',
              ...connection(lab, silentPort),
            },
            intervals,
          })),
        ],
      },
    }),
    { mode: 0o600 },
  );
  return file;
}
