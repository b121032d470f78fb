/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Long because one set of certificates and pages serves every case of the source.

import {
  ApiServerInstance,
  sectionSchemas,
  Sections,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConnection, SourceContext } from '../../contracts';
import { Issued, issueFor } from '../../__testUtils__/issueFor';
import { sourceContext } from '../../__testUtils__/sourceContext';
import { TestCa } from '../../__testUtils__/testPki';
import {
  startHttps,
  startTcp,
  TestServer,
  unusedAddress,
} from '../../__testUtils__/testServer';
import { DirectConnection } from '../../connections/directConnection';
import { healthy, Pages, serve } from './__testUtils__/pages';
import { createApiServerSource } from './apiServerSource';

let ca: TestCa;
let serving: Issued;
let clock: Date;
const closing: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  ca = await TestCa.create('kubernetes');
  serving = await issueFor(ca, 'kube-apiserver', ['127.0.0.1', 'kubernetes']);
});

beforeEach(() => {
  clock = new Date('2026-11-23T12:00:00.000Z');
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map(item => item.close()));
});

async function apiServer(
  pages: Pages = healthy,
  issued: Issued = serving,
): Promise<TestServer> {
  const server = await startHttps(issued, serve(pages));
  closing.push(server);
  return server;
}

/** A cluster's endpoint that names servers of the test. */
async function endpointNaming(
  ...addresses: string[]
): Promise<ClusterConnection> {
  return endpointListing(
    addresses.map(address => {
      const [host, port] = named(address).split(':');
      return { host, port: Number(port) };
    }),
  );
}

/** A cluster's endpoint that names instances: `default/kubernetes` has one port, so each slice names one. */
async function endpointListing(
  listed: { host: string; port: number }[],
): Promise<ClusterConnection> {
  const items = listed.map(({ host, port }) => ({
    endpoints: [{ addresses: [host], conditions: { ready: true } }],
    ports: [{ name: 'https', port }],
  }));
  const server = await apiServer({
    ...healthy,
    '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3Dkubernetes':
      [200, JSON.stringify({ items })],
  });
  return connectTo(server.address);
}

/** A server of the test as the cluster names it: nothing in a cluster may name loopback. */
function named(address: string): string {
  return address.replace('127.0.0.1', '192.0.2.1');
}

/** To servers of the test by the names that the cluster has for them, too. */
function connectTo(address: string): ClusterConnection {
  const connection = new DirectConnection({
    kind: 'kubeconfig',
    server: new URL(`https://${address}`),
    identity: {
      current: async () => ({ ca: ca.pem, authorization: 'Bearer t' }),
    },
    trust: { insecure: false },
  });
  closing.push(connection);
  const real = (name: string) => name.replace('192.0.2.1', '127.0.0.1');
  return {
    kind: connection.kind,
    api: connection.api,
    instance: name => {
      if (!connection.instance) throw new Error('no way to instances');
      return connection.instance(real(name));
    },
    certificates: (name, usage, signal) =>
      connection.certificates(real(name), usage, signal),
    close: () => connection.close(),
  };
}

function contextFor(
  connection: ClusterConnection,
  previous: Partial<Sections> = {},
): SourceContext {
  return sourceContext({ connection, previous, now: () => clock });
}

async function look(
  context: SourceContext,
  instances: string[] = [],
): Promise<Pick<Sections, 'apiServers' | 'version'>> {
  const seen = await createApiServerSource({
    apiServer: { instances },
  }).observe(context);
  // Every signal is of the shape that files and the network promise.
  signalSchema(sectionSchemas.apiServers).parse(seen.apiServers);
  signalSchema(sectionSchemas.version).parse(seen.version);
  return seen;
}

function observed(sections: Pick<Sections, 'apiServers'>): ApiServerInstance[] {
  if (sections.apiServers.state !== 'observed') {
    throw new Error(`not observed: ${JSON.stringify(sections.apiServers)}`);
  }
  return sections.apiServers.value;
}

function inOrderOf(
  addresses: readonly string[],
  instances: readonly ApiServerInstance[],
): ApiServerInstance[] {
  return addresses.map(wanted => {
    const found = instances.find(({ address }) => address === wanted);
    if (!found) throw new Error(`${wanted} is not among the instances`);
    return found;
  });
}

describe('apiServerSource', () => {
  it('reads everything that a healthy instance says', async () => {
    const server = await apiServer();
    const seen = await look(contextFor(await endpointNaming(server.address)));
    expect(seen.version).toMatchObject({
      state: 'observed',
      value: { gitVersion: 'v1.37.2', platform: 'linux/amd64' },
    });
    const [instance] = observed(seen);
    expect(instance).toMatchObject({
      address: named(server.address),
      discoveredBy: ['endpoint-slice'],
      readyz: { ok: true, status: 200, consecutiveFailures: 0 },
      livez: { ok: true, status: 200 },
      readyzChecks: [
        { name: 'ping', ok: true },
        { name: 'etcd', ok: true },
      ],
      version: { state: 'observed', value: 'v1.37.2' },
      flags: { state: 'observed', value: { 'goaway-chance': '0' } },
      certificates: {
        state: 'observed',
        value: [{ subject: 'CN=kube-apiserver', usage: 'apiserver-serving' }],
      },
      metrics: {
        state: 'observed',
        via: `GET https://${server.address}/metrics`,
        intervalSeconds: 120,
        value: {
          latest: {
            processStartSeconds: 1.7e9,
            values: {
              apiserver_request_total: 42,
              'apiserver_flowcontrol_rejected_requests_total{priority_level="system"}': 3,
              'etcd_request_duration_seconds_bucket{le="0.1"}': 12,
            },
          },
        },
      },
    });
  });

  it.each([
    ['a host name', 'attacker.example.org'],
    ['a host name of this machine', 'localhost'],
    ['more than a host', 'localhost:1/a?x='],
    ['loopback', '127.0.0.1'],
    ['the metadata service', '169.254.169.254'],
  ])(
    'asks nothing of what the EndpointSlice names: %s',
    async (_what, host) => {
      const instance = jest.fn();
      const connection = await endpointListing([{ host, port: 6443 }]);
      const seen = await look(contextFor({ ...connection, instance }));
      expect(instance).not.toHaveBeenCalled();
      expect(seen.apiServers).toMatchObject({
        state: 'unknown',
        reason: 'invalid-response',
        detail: `the EndpointSlice of default/kubernetes names no API server; not probed, because it is not the IP address of a machine: ${JSON.stringify(
          host,
        )}`,
      });
    },
  );

  it('names the failing sub-checks of an instance that is not ready', async () => {
    const server = await apiServer({
      ...healthy,
      '/readyz?verbose': [
        500,
        '[+]ping ok\n[-]etcd failed: reason withheld\n[-]etcd-readiness failed: reason withheld\nreadyz check failed\n',
      ],
    });
    const [instance] = observed(
      await look(contextFor(await endpointNaming(server.address))),
    );
    expect(instance.readyz).toMatchObject({
      ok: false,
      status: 500,
      detail: 'HTTP 500: etcd, etcd-readiness failed',
      failingSince: clock.toISOString(),
      consecutiveFailures: 1,
    });
    expect(instance.readyz.reason).toBeUndefined();
    expect(instance.livez.ok).toBe(true);
    expect(instance.version.state).toBe('observed');
  });

  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [429, 'throttled'],
  ])('takes HTTP %d for no word on health', async (status, reason) => {
    const server = await apiServer({
      '/readyz?verbose': [status, ''],
      '/livez?verbose': [status, ''],
      '/version': [status, ''],
      '/flagz': [status, ''],
      '/metrics': [status, ''],
    });
    const [instance] = observed(
      await look(contextFor(await endpointNaming(server.address))),
    );
    expect(instance.readyz).toMatchObject({ ok: false, status, reason });
    for (const part of ['version', 'flags', 'metrics'] as const) {
      expect(instance[part]).toMatchObject({ state: 'unknown', reason });
    }
    // Once each, and never again within the collection.
    expect(server.requests).toHaveLength(5);
  });

  it('says unknown for what an older or closed instance does not have', async () => {
    const server = await apiServer({
      ...healthy,
      '/flagz': [404, '404 page not found'],
      '/metrics': [200, 'go_goroutines 9\n'],
      '/version': [200, '<html>'],
    });
    const [instance] = observed(
      await look(contextFor(await endpointNaming(server.address))),
    );
    expect(instance.flags).toMatchObject({ reason: 'not-found' });
    expect(instance.metrics).toMatchObject({ reason: 'invalid-response' });
    expect(instance.version).toMatchObject({ reason: 'invalid-response' });
  });

  it('distinguishes dead, mistrusted and healthy instances, and sends no more probes to the dead', async () => {
    const well = await apiServer();
    const dead = await unusedAddress();
    const otherCa = await TestCa.create('other');
    const foreign = await apiServer(
      healthy,
      await issueFor(otherCa, 'kube-apiserver', ['127.0.0.1']),
    );
    const addresses = [well.address, dead, foreign.address];
    const seen = inOrderOf(
      addresses,
      observed(await look(contextFor(connectTo(well.address)), addresses)),
    );
    expect(
      seen.map(({ readyz, discoveredBy }) => [
        readyz.ok,
        readyz.reason,
        discoveredBy.join(),
      ]),
    ).toEqual([
      [true, undefined, 'configured'],
      [false, 'refused', 'configured'],
      [false, 'tls', 'configured'],
    ]);
    expect(seen[1].version).toMatchObject({
      state: 'unknown',
      reason: 'refused',
    });
    expect(seen[1].certificates).toMatchObject({ reason: 'refused' });
    // What it shows is shown, although it is not believed.
    expect(seen[2].certificates).toMatchObject({
      state: 'observed',
      value: [{ issuer: 'CN=other' }],
    });
    expect(foreign.requests).toHaveLength(0);
  });

  it('a hanging instance has its own deadline and holds up no other', async () => {
    const well = await apiServer();
    const hanging = await startTcp(() => {});
    closing.push(hanging);
    const connection = connectTo(well.address);
    const context = {
      ...contextFor(connection),
      signal: AbortSignal.timeout(3_000),
    };
    const addresses = [hanging.address, well.address];
    const [hung, answered] = inOrderOf(
      addresses,
      observed(await look(context, addresses)),
    );
    expect(hung.readyz).toMatchObject({ ok: false, reason: 'timeout' });
    expect(hung.certificates).toMatchObject({ reason: 'timeout' });
    expect(answered.readyz.ok).toBe(true);
    expect(answered.metrics.state).toBe('observed');
  });

  it('remembers an instance that no longer stands in the EndpointSlice, and counts its failures', async () => {
    const well = await apiServer();
    const dying = await apiServer();
    const first = await look(contextFor(await endpointNaming(dying.address)), [
      well.address,
    ]);
    await dying.close();
    closing.splice(closing.indexOf(dying), 1);

    const connection = await endpointNaming(well.address);
    clock = new Date('2026-11-23T12:00:30.000Z');
    const second = await look(contextFor(connection, first), [well.address]);
    clock = new Date('2026-11-23T12:01:00.000Z');
    const third = observed(
      await look(contextFor(connection, second), [well.address]),
    ).find(({ address }) => address === named(dying.address));
    expect(third).toMatchObject({
      discoveredBy: ['remembered'],
      readyz: {
        ok: false,
        reason: 'refused',
        failingSince: '2026-11-23T12:00:30.000Z',
        consecutiveFailures: 2,
      },
    });
  });

  it('goes on asking known instances when the endpoint is down', async () => {
    const well = await apiServer();
    const first = await look(contextFor(await endpointNaming(well.address)));
    const second = await look(
      contextFor(connectTo(await unusedAddress()), first),
    );
    expect(second.version).toMatchObject({
      state: 'unknown',
      reason: 'refused',
    });
    expect(second.apiServers.via).toContain('not readable (refused)');
    expect(observed(second)[0].readyz.ok).toBe(true);
  });

  it('reads version, flags and metrics once in two minutes and keeps the reading before', async () => {
    const server = await apiServer();
    const connection = await endpointNaming(server.address);
    const details = ['/version', '/flagz', '/metrics'];
    const asked = () =>
      details.map(
        path => server.requests.filter(({ url }) => url === path).length,
      );
    let seen = await look(contextFor(connection));
    // The page of metrics is read a second time within two minutes, and every two minutes from then on.
    clock = new Date('2026-11-23T12:02:00.000Z');
    seen = await look(contextFor(connection, seen));
    expect(asked()).toEqual([2, 2, 2]);
    clock = new Date('2026-11-23T12:03:00.000Z');
    seen = await look(contextFor(connection, seen));
    expect(asked()).toEqual([2, 2, 2]);
    const [{ version, flags, metrics }] = observed(seen);
    for (const detail of [version, flags, metrics]) {
      expect(detail).toMatchObject({
        observedAt: '2026-11-23T12:02:00.000Z',
        intervalSeconds: 120,
      });
    }
    clock = new Date('2026-11-23T12:03:59.000Z');
    seen = await look(contextFor(connection, seen));
    expect(asked()).toEqual([3, 3, 3]);
    expect(observed(seen)[0]).toMatchObject({
      version: { observedAt: '2026-11-23T12:03:59.000Z' },
      flags: { observedAt: '2026-11-23T12:03:59.000Z' },
      metrics: {
        value: {
          latest: { at: '2026-11-23T12:03:59.000Z' },
          earlier: { at: '2026-11-23T12:00:00.000Z' },
        },
      },
    });
  });

  it('reads metrics a second time sooner, each instance after a part of the two minutes that is its own', async () => {
    const server = await apiServer();
    const asked = () =>
      server.requests.filter(({ url }) => url === '/metrics').length;
    const connection = await endpointNaming(server.address);
    const secondAfter = async (cluster: string) => {
      clock = new Date('2026-11-23T12:00:00.000Z');
      const before = asked();
      const inCluster = (seen?: Pick<Sections, 'apiServers' | 'version'>) => {
        const context = contextFor(connection, seen);
        return { ...context, cluster: { ...context.cluster, name: cluster } };
      };
      let seen = await look(inCluster());
      for (let seconds = 30; seconds <= 120; seconds += 30) {
        clock = new Date(Date.UTC(2026, 10, 23, 12, 0, seconds));
        seen = await look(inCluster(seen));
        if (asked() === before + 2) return seconds;
      }
      throw new Error('read once in two minutes');
    };
    const after = new Set<number>();
    for (const cluster of ['a', 'b', 'c', 'd']) {
      after.add(await secondAfter(cluster));
      // The same each time, however often the portal is started.
      expect([...after]).toContain(await secondAfter(cluster));
    }
    expect([...after].sort((a, b) => a - b)).toEqual([30, 60, 90, 120]);
  });

  it('asks an instance that was away for its version and flags at once: what started may be another', async () => {
    const pages = { ...healthy };
    const server = await apiServer(pages);
    const connection = await endpointNaming(server.address);
    const lookAt = async (second: number) => {
      clock = new Date(Date.UTC(2026, 10, 23, 12, 0, second));
      seen = await look(contextFor(connection, seen));
      const { version, flags } = observed(seen)[0];
      return [version, flags].map(
        signal => signal.state === 'observed' && signal.value,
      );
    };
    let seen: Pick<Sections, 'apiServers' | 'version'> | undefined;
    await lookAt(0);
    pages['/readyz?verbose'] = [500, '[-]ping failed: reason withheld\n'];
    await lookAt(30);
    pages['/readyz?verbose'] = healthy['/readyz?verbose'];
    pages['/version'] = [200, JSON.stringify({ gitVersion: 'v1.38.0' })];
    pages['/flagz'] = [
      200,
      '{"kind":"Flagz","flags":{"goaway-chance":"0.001"}}',
    ];
    expect(await lookAt(60)).toEqual(['v1.38.0', { 'goaway-chance': '0.001' }]);
  });

  it('counts anew when an instance is ready again: what was slow in an outage is not slow now', async () => {
    const pages = { ...healthy };
    const server = await apiServer(pages);
    const connection = await endpointNaming(server.address);
    const countedFrom = async (second: number, isReady: boolean) => {
      pages['/readyz?verbose'] = isReady
        ? healthy['/readyz?verbose']
        : [500, '[-]etcd failed: reason withheld\n'];
      clock = new Date(Date.UTC(2026, 10, 23, 12, 0, second));
      seen = await look(contextFor(connection, seen));
      const { metrics } = observed(seen)[0];
      if (metrics.state !== 'observed') throw new Error(metrics.state);
      const { latest, earlier } = metrics.value;
      return [earlier?.at, latest.at].map(
        at => at && (Date.parse(at) / 1000) % 3600,
      );
    };
    let seen: Pick<Sections, 'apiServers' | 'version'> | undefined;
    expect(await countedFrom(0, true)).toEqual([undefined, 0]);
    expect(await countedFrom(120, true)).toEqual([0, 120]);
    // Read at once, before the two minutes are over.
    expect(await countedFrom(150, false)).toEqual([undefined, 150]);
    expect(await countedFrom(270, false)).toEqual([150, 270]);
    expect(await countedFrom(300, true)).toEqual([undefined, 300]);
    expect(await countedFrom(420, true)).toEqual([300, 420]);
  });

  it('reads certificates once a minute, and keeps when they were observed', async () => {
    const server = await apiServer();
    const connection = await endpointNaming(server.address);
    const seenAt = (sections: Pick<Sections, 'apiServers'>) =>
      observed(sections)[0].certificates.observedAt;
    let seen = await look(contextFor(connection));
    const first = clock.toISOString();
    clock = new Date('2026-11-23T12:00:30.000Z');
    seen = await look(contextFor(connection, seen));
    expect(seenAt(seen)).toBe(first);
    clock = new Date('2026-11-23T12:00:59.000Z');
    seen = await look(contextFor(connection, seen));
    expect(seenAt(seen)).toBe(clock.toISOString());
    expect(observed(seen)[0].certificates).toMatchObject({
      state: 'observed',
      intervalSeconds: 60,
    });
  });

  it('is unknown when nothing reports an instance', async () => {
    const { apiServers } = await look(contextFor(await endpointNaming()));
    expect(apiServers).toMatchObject({
      state: 'unknown',
      reason: 'inconclusive',
    });
    const down = await look(contextFor(connectTo(await unusedAddress())));
    expect(down.apiServers).toMatchObject({
      state: 'unknown',
      reason: 'refused',
    });
  });

  it('is not exposed through a proxy, and absent where the provider runs it', async () => {
    const server = await apiServer();
    const { api } = connectTo(server.address);
    const proxy: ClusterConnection = {
      kind: 'kubernetesPlugin',
      api,
      close: async () => {},
    };
    const self = await look(contextFor(proxy));
    expect(self.apiServers).toMatchObject({
      state: 'unknown',
      reason: 'not-exposed',
    });
    expect(self.version.state).toBe('observed');
    const eks = await look({
      ...contextFor(proxy),
      cluster: { ...contextFor(proxy).cluster, platform: 'eks' },
    });
    expect(eks.apiServers).toMatchObject({
      state: 'absent',
      reason: 'provider-managed',
    });
    expect(eks.version.state).toBe('observed');
  });
});
