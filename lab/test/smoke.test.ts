/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { type Lab, startLab } from '../src';
import { waitFor } from '../src/host/waitFor';
import { KubernetesClient } from '../src/kubernetes/client';
import { readKubeconfig } from '../src/kubernetes/kubeconfig';
import type { KubernetesNode, Pod } from '../src/kubernetes/objects';
import { readServerStats } from '../src/loadbalancer/stats';
import { faultTests } from './faultTests';
import { labTest, useOwnDataFolder } from './harness';
import { leftoversOf } from './leftovers';

describe('the reference lab', labTest(1_800_000), () => {
  let lab: Lab;
  let admin: KubernetesClient;
  let reader: KubernetesClient;
  const removeData = useOwnDataFolder();

  before(async () => {
    // A small quota, so that filling etcd takes seconds.
    lab = await startLab({ name: 'smoke', etcdQuotaBytes: 64 * 1024 ** 2 });
    admin = KubernetesClient.fromFile(lab.kubeconfig.admin);
    reader = KubernetesClient.fromFile(lab.kubeconfig.reader);
  });

  after(async () => {
    admin?.close();
    reader?.close();
    await lab?.down();
    removeData();
  });

  test('is healthy by its own measure', async () => {
    assert.deepEqual(await lab.unhealthy(), []);
  });

  test('has three control-plane machines and six workers in three zones, all Ready', async () => {
    const nodes = await admin.list<KubernetesNode>('/api/v1/nodes');
    const ready = nodes.filter(({ status }) =>
      status?.conditions?.some(
        ({ type, status: value }) => type === 'Ready' && value === 'True',
      ),
    );
    assert.equal(ready.length, 9);
    const zones = ready.map(
      ({ metadata }) => metadata.labels?.['topology.kubernetes.io/zone'],
    );
    assert.deepEqual(
      ['zone-a', 'zone-b', 'zone-c'].map(
        zone => zones.filter(other => other === zone).length,
      ),
      [3, 3, 3],
    );
    const controlPlane = ready.filter(
      ({ metadata }) =>
        'node-role.kubernetes.io/control-plane' in (metadata.labels ?? {}),
    );
    assert.equal(controlPlane.length, 3);
  });

  test('the virtual IP answers, and so does each API server by itself', async () => {
    const own = lab.apiServers.map(({ url }) => url);
    for (const url of [lab.endpoint, ...own]) {
      const { stdout, code } = await lab.kubectl([
        `--server=${url}`,
        'get',
        '--raw=/readyz',
      ]);
      assert.deepEqual([code, stdout], [0, 'ok'], url);
    }
  });

  test('both load balancers see three API servers by /readyz, with addresses', async () => {
    for (const { address } of lab.loadBalancers) {
      const servers = await readServerStats(address);
      assert.deepEqual(
        servers.map(({ checkStatus, address: server }) => [
          checkStatus,
          server,
        ]),
        lab
          .machines('control-plane')
          .map(machine => ['L7OK', `${machine.address}:6443`]),
      );
    }
  });

  test('mirror pods show the real processes', async () => {
    const pods = await admin.list<Pod>(
      '/api/v1/namespaces/kube-system/pods?labelSelector=component%3Detcd',
    );
    assert.equal(pods.length, 3);
    for (const pod of pods) {
      const [status] = pod.status?.containerStatuses ?? [];
      assert.match(status.containerID ?? '', /^lab-process:\/\/[0-9a-f]{64}$/);
      assert.equal(status.ready, true);
      assert.ok(
        pod.spec.containers[0].command?.includes('--client-cert-auth=true'),
      );
    }
  });

  test('the reader reads what a scorecard needs, and nothing secret', async () => {
    const statusOf = async (path: string) =>
      (await reader.request('GET', path)).status;
    const kubeSystem = '/api/v1/namespaces/kube-system';
    const allowed = [
      '/api/v1/nodes',
      '/api/v1/pods',
      kubeSystem,
      `${kubeSystem}/configmaps/kubeadm-config`,
      `${kubeSystem}/configmaps/kube-proxy`,
      '/api/v1/namespaces/kube-public/configmaps/cluster-info',
      '/apis/coordination.k8s.io/v1/namespaces/kube-system/leases',
      '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases',
      '/apis/discovery.k8s.io/v1/endpointslices',
      '/apis/policy/v1/poddisruptionbudgets',
      '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
      '/readyz?verbose',
      '/metrics',
      '/flagz',
    ];
    for (const path of allowed) {
      assert.equal(await statusOf(path), 200, path);
    }
    const refused = [
      '/api/v1/secrets',
      `${kubeSystem}/configmaps`,
      `/api/v1/nodes/${lab.machines('control-plane')[0].name}/proxy/healthz`,
    ];
    for (const path of refused) {
      assert.equal(await statusOf(path), 403, path);
    }
  });

  test('kubelets of machines and workers let the reader see their configuration, and nothing else', async () => {
    const access = readKubeconfig(lab.kubeconfig.reader);
    const [{ address: machine }] = lab.machines('control-plane');
    const [{ address: worker }] = lab.description.workers;
    for (const address of [machine, worker]) {
      const server = `https://${address}:10250`;
      const kubelet = new KubernetesClient({ ...access, server });
      const stranger = new KubernetesClient({
        ...access,
        server,
        token: undefined,
      });
      const answer = await kubelet.request('GET', '/configz');
      assert.equal(answer.status, 200, address);
      assert.match(answer.body, /"nodeStatusUpdateFrequency":"10s"/);
      const log = '/containerLogs/kube-system/x/y';
      assert.equal((await kubelet.request('GET', log)).status, 403);
      assert.equal((await stranger.request('GET', '/configz')).status, 401);
      kubelet.close();
      stranger.close();
    }
  });

  test('the app-config file is the entry the API returns', () => {
    const file = parse(readFileSync(lab.appConfigFile, 'utf8')) as unknown;
    assert.deepEqual(file, {
      kubernetesHa: { clusters: [lab.appConfig()] },
    });
  });

  test('a Job pinned to a machine runs for real on that machine', async () => {
    const [{ name }] = lab.machines('control-plane');
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'who', namespace: 'default' },
      spec: {
        template: {
          spec: {
            nodeName: name,
            restartPolicy: 'Never',
            tolerations: [{ operator: 'Exists' }],
            volumes: [{ name: 'm', hostPath: { path: '/etc/kubernetes' } }],
            containers: [
              {
                name: 'who',
                image: 'none',
                command: ['bash', '-c', 'hostname; ls /host/etc/manifests'],
                volumeMounts: [{ name: 'm', mountPath: '/host/etc' }],
              },
            ],
          },
        },
      },
    };
    await lab.kubectl(['apply', '-f', '-'], JSON.stringify(job));
    const waited = await lab.kubectl([
      'wait',
      '--for=condition=complete',
      '--timeout=60s',
      'job/who',
    ]);
    assert.equal(waited.code, 0, waited.stderr);
    const { stdout } = await lab.kubectl(['logs', 'job/who']);
    assert.deepEqual(stdout.trim().split('\n'), [
      name,
      'etcd.yaml',
      'kube-apiserver.yaml',
      'kube-controller-manager.yaml',
      'kube-scheduler.yaml',
    ]);
  });

  test('a fault comes and goes, and is on the list meanwhile', async () => {
    await lab.fault('stop-component', {
      component: 'kube-scheduler',
      machine: 'cp-c',
    });
    assert.deepEqual(lab.machine('cp-c').processes('kube-scheduler'), []);
    assert.equal(lab.activeFaults().length, 1);
    await lab.heal();
    assert.equal(lab.machine('cp-c').processes('kube-scheduler').length, 1);
    assert.deepEqual(lab.activeFaults(), []);
  });

  test('a lost zone comes back whole', async () => {
    await lab.fault('lose-zone', { zone: 'zone-c' });
    assert.deepEqual(lab.machine('cp-c').processes(), []);
    // Until HAProxy has seen three failed checks a call may still go to the lost zone.
    await waitFor(
      async () => {
        const { status, body } = await admin.request('GET', '/readyz');
        return status === 200 ? { value: true } : { missing: body };
      },
      { what: 'the other two zones to serve', timeoutMs: 30_000 },
    );
    await waitFor(
      async () => {
        const missing = await lab.unhealthy();
        return missing.includes('lb-a sees 2 of 3 API servers up')
          ? { value: true }
          : { missing: missing.join('; ') };
      },
      { what: 'lb-a to give the lost API server up', timeoutMs: 30_000 },
    );
    await lab.heal();
    assert.deepEqual(await lab.unhealthy(), []);
  });

  test('a fault with a wrong value is refused before anything changes', async () => {
    await assert.rejects(
      lab.fault('stop-etcd', { machine: 'nowhere' }),
      /machine "nowhere" is not possible in lab smoke. Allowed: cp-a, cp-b, cp-c/,
    );
    assert.deepEqual(lab.activeFaults(), []);
  });

  describe('every fault shows in the cluster, and is gone when healed', () =>
    faultTests(() => lab));

  test('"down" leaves no process, namespace, link, control group or file', async () => {
    const { description } = lab;
    const during = leftoversOf(description);
    assert.ok(during.some(text => text.startsWith('process')));
    assert.ok(during.some(text => text.startsWith('bridge')));
    await lab.down();
    assert.deepEqual(leftoversOf(description), []);
  });
});
