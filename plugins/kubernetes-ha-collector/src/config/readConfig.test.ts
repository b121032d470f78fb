/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Long because one table holds every wrong configuration with the sentence it must give.

import { createMockDirectory } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { checks } from 'backstage-plugin-kubernetes-ha-common';
import { issueFor } from '../__testUtils__/issueFor';
import { TestCa } from '../__testUtils__/testPki';
import { readConfig } from './readConfig';

const files = createMockDirectory();
const path = (name: string) => files.resolve(name);

beforeAll(async () => {
  const ca = await TestCa.create('etcd CA');
  const client = await issueFor(ca, 'client');
  const other = await issueFor(ca, 'other');
  files.setContent({
    kubeconfig: 'apiVersion: v1\nkind: Config\n',
    'ca.crt': ca.pem,
    'client.crt': client.cert,
    'client.key': client.key,
    'other.key': other.key,
    'notes.txt': 'no certificate here',
    empty: '',
    folder: {},
  });
});

const read = (kubernetesHa: unknown, customConnectionTypes: string[] = []) =>
  readConfig(kubernetesHa, { checks, customConnectionTypes });
const cluster = (parts: object = {}) => ({
  name: 'one',
  connection: { type: 'kubeconfig', kubeconfig: path('kubeconfig') },
  ...parts,
});
/** A key inside a serviceAccount connection that is otherwise right. */
const account = (parts: object) =>
  cluster({
    connection: {
      type: 'serviceAccount',
      url: 'https://10.0.0.1:6443',
      token: 'secret-token',
      caFile: path('ca.crt'),
      ...parts,
    },
  });
const etcd = (parts: object) =>
  cluster({ etcd: { endpoints: ['https://10.0.0.1:2379'], ...parts } });
const haproxy = { name: 'lb-a', statsUrl: 'http://10.0.0.9:8404/stats' };

/** The lines of the refusal; fails when there is none. */
function refusal(kubernetesHa: unknown): string[] {
  try {
    read(kubernetesHa);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split('\n').slice(1);
  }
  throw new Error('Expected a refusal');
}

describe('a configuration', () => {
  it("may be missing: no clusters, the product's policy", () => {
    expect(
      readConfig(undefined, { checks, customConnectionTypes: [] }),
    ).toEqual({
      clusters: [],
      policy: { thresholds: {}, severities: {} },
      links: [],
      retention: {
        snapshotDays: 30,
        resolvedFindingDays: 730,
        removedClusterDays: 30,
      },
    });
  });

  it('is filled in with defaults', () => {
    expect(read({ clusters: [cluster()] }).clusters).toEqual([
      {
        name: 'one',
        tier: 'production',
        platform: 'auto',
        connection: { type: 'kubeconfig', kubeconfig: path('kubeconfig') },
        apiServer: { instances: [] },
        intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
      },
    ]);
  });

  it("takes a cluster's own interval over the common one, and each by itself", () => {
    const { clusters } = read({
      intervals: { controlPlaneSeconds: 60, inventorySeconds: 600 },
      clusters: [cluster({ intervals: { controlPlaneSeconds: 10 } })],
    });
    expect(clusters[0].intervals).toEqual({
      controlPlaneSeconds: 10,
      inventorySeconds: 600,
    });
  });

  it('may name everything', () => {
    const parts = {
      title: 'One',
      tier: 'staging',
      owner: 'group:default/platform',
      platform: 'openshift',
      apiServer: {
        endpoint: 'https://api.example.com:6443',
        instances: ['10.0.0.1:6443', '[fd00::1]:6443'],
      },
      etcd: {
        endpoints: ['https://10.0.0.1:2379'],
        caFile: path('ca.crt'),
        certFile: path('client.crt'),
        keyFile: path('client.key'),
        zones: { m1: 'a' },
      },
      loadBalancer: {
        kind: 'haproxy',
        haproxy: [{ ...haproxy, username: 'u', password: 'p' }],
      },
      acceptIdentity: 'uid',
    };
    expect(read({ clusters: [cluster(parts)] }).clusters[0]).toMatchObject(
      parts,
    );
    expect(
      read({ clusters: [cluster({ etcd: 'managed' })] }).clusters[0].etcd,
    ).toBe('managed');
    expect(
      read({ clusters: [cluster({ loadBalancer: { kind: 'provider' } })] })
        .clusters[0].loadBalancer,
    ).toEqual({ kind: 'provider', haproxy: [] });
  });

  it('may use a connection type that a module added, with keys of its own', () => {
    const connection = { type: 'gateway', region: 'eu' };
    expect(
      read({ clusters: [cluster({ connection })] }, ['gateway']).clusters[0]
        .connection,
    ).toEqual({
      type: 'custom',
      name: 'gateway',
      settings: connection,
    });
  });
});

it('links to dashboards are read as they are written', () => {
  const links = [
    {
      title: 'etcd dashboard',
      url: 'https://grafana.example/d/etcd?var-cluster={{cluster}}&from={{from}}&to={{to}}',
      layers: ['etcd'],
    },
    {
      title: 'Logs',
      url: 'https://logs.example/{{node}}',
      checks: ['etcd-member-health'],
    },
  ];
  expect(read({ links }).links).toEqual(links);
});

describe('a configuration that cannot be used is refused, naming key, finding and remedy:', () => {
  const C = 'kubernetesHa.clusters[0]';
  it.each([
    [
      'an unknown key at the top',
      { cluster: [] },
      'kubernetesHa.cluster: found an unknown key. Allowed: clusters, policy, intervals, links, retention. Did you mean "clusters"?',
    ],
    [
      'an unknown key in a cluster',
      { clusters: [cluster({ teir: 'staging' })] },
      `${C}.teir: found an unknown key.`,
    ],
    [
      'the nearest name to it',
      { clusters: [cluster({ teir: 'staging' })] },
      'Did you mean "tier"?',
    ],
    [
      'an unknown key in a connection',
      {
        clusters: [
          cluster({
            connection: { type: 'kubeconfig', kubeconfig: 'x', contxt: 'y' },
          }),
        ],
      },
      `${C}.connection.contxt: found an unknown key. Allowed: type, kubeconfig, context, execEnvironment. Did you mean "context"?`,
    ],
    [
      'an unknown key in etcd',
      { clusters: [etcd({ caflie: 'x' })] },
      `${C}.etcd.caflie: found an unknown key. Allowed: endpoints, caFile, certFile, keyFile, zones, hashHours. Did you mean "caFile"?`,
    ],
    [
      'an unknown key that is like none',
      { clusters: [cluster({ colour: 'red' })] },
      `${C}.colour: found an unknown key. Allowed: name, title, tier, owner`,
    ],
    [
      'a missing name',
      { clusters: [{ connection: { type: 'recorded', file: 'x' } }] },
      `${C}.name: found nothing. Allowed: text. Add the key.`,
    ],
    [
      'a name that is no name',
      { clusters: [cluster({ name: 'Prod 1' })] },
      `${C}.name: found "Prod 1". Allowed: lower-case letters`,
    ],
    [
      'a second cluster of the same name',
      { clusters: [cluster(), cluster({ name: 'two' }), cluster()] },
      'kubernetesHa.clusters[2].name: found "one", which is also the name of kubernetesHa.clusters[0].',
    ],
    [
      'a tier that does not exist',
      { clusters: [cluster({ tier: 'prod' })] },
      `${C}.tier: found "prod". Allowed: production, staging, development.`,
    ],
    [
      'a platform that does not exist',
      { clusters: [cluster({ platform: 'vmware' })] },
      `${C}.platform: found "vmware". Allowed: auto, self-managed`,
    ],
    [
      'an owner that is no entity ref',
      { clusters: [cluster({ owner: 'platform' })] },
      `${C}.owner: found "platform". Allowed: a full entity reference`,
    ],
    [
      'a connection type that does not exist',
      { clusters: [cluster({ connection: { type: 'ssh' } })] },
      `${C}.connection.type: found "ssh".`,
    ],
    [
      'a missing connection',
      { clusters: [{ name: 'one' }] },
      `${C}.connection: found nothing.`,
    ],
    [
      'an endpoint that is no URL',
      { clusters: [cluster({ apiServer: { endpoint: 'api.example.com' } })] },
      `${C}.apiServer.endpoint: found "api.example.com". Allowed: https://host:port`,
    ],
    [
      'an endpoint without TLS',
      {
        clusters: [
          cluster({ apiServer: { endpoint: 'http://api.example.com' } }),
        ],
      },
      `${C}.apiServer.endpoint: found "http://api.example.com".`,
    ],
    [
      'credentials in an address',
      {
        clusters: [
          cluster({
            loadBalancer: {
              haproxy: [{ ...haproxy, statsUrl: 'http://u:p@lb/stats' }],
            },
          }),
        ],
      },
      `${C}.loadBalancer.haproxy[0].statsUrl: found`,
    ],
    [
      'an instance without a port',
      { clusters: [cluster({ apiServer: { instances: ['10.0.0.1'] } })] },
      `${C}.apiServer.instances[0]: found "10.0.0.1". Allowed: host:port`,
    ],
    [
      'a title longer than its column',
      { clusters: [cluster({ title: 'x'.repeat(256) })] },
      `x". Allowed: text of at most 255 characters. Change the value.`,
    ],
    [
      'an owner longer than its column',
      { clusters: [cluster({ owner: `group:default/${'x'.repeat(242)}` })] },
      `x". Allowed: text of at most 255 characters. Change the value.`,
    ],
    [
      'etcd that is neither',
      { clusters: [cluster({ etcd: 'none' })] },
      `${C}.etcd: found "none". Allowed: managed, or a block of keys.`,
    ],
    [
      'etcd without an endpoint',
      { clusters: [etcd({ endpoints: [] })] },
      `${C}.etcd.endpoints: found a list. Allowed: at least 1 entry.`,
    ],
    [
      'hours of no day',
      { clusters: [etcd({ hashHours: { from: 1, to: 24 } })] },
      `${C}.etcd.hashHours.to: found 24. Allowed: at most 23.`,
    ],
    [
      'hours that begin when they end',
      { clusters: [etcd({ hashHours: { from: 1, to: 1 } })] },
      `${C}.etcd.hashHours: found a block of keys. Allowed: two different hours;`,
    ],
    [
      'an interval that is too short',
      { clusters: [cluster({ intervals: { controlPlaneSeconds: 1 } })] },
      `${C}.intervals.controlPlaneSeconds: found 1. Allowed: at least 5.`,
    ],
    [
      'an interval that is no number',
      { intervals: { inventorySeconds: 'often' } },
      'kubernetesHa.intervals.inventorySeconds: found "often". Allowed: a number.',
    ],
    [
      'a policy for no check',
      { policy: { severities: { nope: 'low' } } },
      'kubernetesHa.policy.severities.nope: there is no check "nope".',
    ],
    [
      'both a token and its file',
      { clusters: [account({ tokenFile: 'x' })] },
      `${C}.connection.token: found both token and tokenFile. Allowed: exactly one of token, tokenFile. Remove one of them.`,
    ],
    [
      'no CA',
      { clusters: [account({ caFile: undefined })] },
      `${C}.connection.caFile: found neither caFile nor caData.`,
    ],
    [
      'a load balancer without instances',
      { clusters: [cluster({ loadBalancer: {} })] },
      `${C}.loadBalancer.haproxy: found no instance, with kind haproxy.`,
    ],
    [
      'instances of another kind',
      {
        clusters: [
          cluster({ loadBalancer: { kind: 'none', haproxy: [haproxy] } }),
        ],
      },
      `${C}.loadBalancer.kind: found "none", with 1 HAProxy instance(s) listed.`,
    ],
    [
      'two instances of one name',
      {
        clusters: [cluster({ loadBalancer: { haproxy: [haproxy, haproxy] } })],
      },
      `${C}.loadBalancer.haproxy[1].name: found "lb-a" a second time.`,
    ],
    [
      'a user without a password',
      {
        clusters: [
          cluster({
            loadBalancer: { haproxy: [{ ...haproxy, username: 'u' }] },
          }),
        ],
      },
      `${C}.loadBalancer.haproxy[0].password: found nothing, although username is set.`,
    ],
    [
      'a CA for a page without TLS',
      {
        clusters: [
          cluster({
            loadBalancer: { haproxy: [{ ...haproxy, caFile: path('ca.crt') }] },
          }),
        ],
      },
      `${C}.loadBalancer.haproxy[0].caFile: found a CA, with a statsUrl that begins with http. Allowed: a CA for an https page.`,
    ],
    [
      'a CA of a page that is none',
      {
        clusters: [
          cluster({
            loadBalancer: {
              haproxy: [
                {
                  name: 'lb-a',
                  statsUrl: 'https://lb/stats',
                  caFile: path('notes.txt'),
                },
              ],
            },
          }),
        ],
      },
      `${C}.loadBalancer.haproxy[0].caFile: found "${path(
        'notes.txt',
      )}", which cannot be used (it holds no PEM certificate).`,
    ],
    [
      'a certificate without its key',
      { clusters: [etcd({ certFile: path('client.crt') })] },
      `${C}.etcd.keyFile: found nothing, although certFile is set. Allowed: certFile and keyFile together. Add keyFile.`,
    ],
    [
      'a file that does not exist',
      { clusters: [etcd({ caFile: path('gone.crt') })] },
      `which does not exist at ${path(
        'gone.crt',
      )}. Allowed: one or more PEM certificates`,
    ],
    [
      'a file whose path looks a little like an address',
      { clusters: [etcd({ caFile: '/nowhere/a:b@c.crt' })] },
      `${C}.etcd.caFile: found "/nowhere/a:b@c.crt", which does not exist at /nowhere/a:b@c.crt`,
    ],
    [
      'the key of that file',
      { clusters: [etcd({ caFile: path('gone.crt') })] },
      `${C}.etcd.caFile: found "`,
    ],
    [
      'a directory for a file',
      { clusters: [etcd({ caFile: path('folder') })] },
      `${C}.etcd.caFile: found "${path('folder')}", which is a directory`,
    ],
    [
      'a file without a certificate',
      { clusters: [etcd({ caFile: path('notes.txt') })] },
      `${C}.etcd.caFile: found "${path(
        'notes.txt',
      )}", which cannot be used (it holds no PEM certificate).`,
    ],
    [
      'a key file that holds none',
      {
        clusters: [
          etcd({ certFile: path('client.crt'), keyFile: path('notes.txt') }),
        ],
      },
      `${C}.etcd.keyFile: found "${path('notes.txt')}", which cannot be used`,
    ],
    [
      'a key of another certificate',
      {
        clusters: [
          etcd({ certFile: path('client.crt'), keyFile: path('other.key') }),
        ],
      },
      `${C}.etcd.keyFile: found "${path(
        'other.key',
      )}", whose key is not the one of the certificate "${path(
        'client.crt',
      )}" (CN=client).`,
    ],
    [
      'an empty kubeconfig',
      {
        clusters: [
          cluster({
            connection: { type: 'kubeconfig', kubeconfig: path('empty') },
          }),
        ],
      },
      `${C}.connection.kubeconfig: found "${path('empty')}", which is empty.`,
    ],
    [
      'a link with a placeholder that does not exist',
      { links: [{ title: 'Logs', url: 'https://logs.example/{{pod}}' }] },
      'kubernetesHa.links[0].url: found "https://logs.example/{{pod}}". Allowed: the placeholder {{pod}} does not exist; there are {{cluster}}, {{node}}',
    ],
    [
      'a link that is no address of the web',
      { links: [{ title: 'Logs', url: 'data:text/html,hello' }] },
      'Allowed: an address that begins with http:// or https://',
    ],
    [
      'a link for a layer that does not exist',
      {
        links: [{ title: 'x', url: 'https://a.example', layers: ['api'] }],
      },
      'kubernetesHa.links[0].layers[0]: found "api". Allowed: apiserver, etcd',
    ],
    [
      'a link for a check that does not exist',
      {
        links: [
          {
            title: 'x',
            url: 'https://a.example',
            checks: ['etcd-has-leaders'],
          },
        ],
      },
      'Did you mean "etcd-has-leader"?',
    ],
    [
      'a recording that does not exist',
      {
        clusters: [
          cluster({ connection: { type: 'recorded', file: path('gone.rec') } }),
        ],
      },
      `${C}.connection.file: found "${path('gone.rec')}", which does not exist`,
    ],
  ])('%s', (_rule, config, says) => {
    expect(refusal(config)).toContainEqual(expect.stringContaining(says));
  });

  it('with every problem at once', () => {
    expect(
      refusal({
        clusters: [cluster({ tier: 'prod', colour: 'red' })],
        retention: { days: 1 },
      }),
    ).toHaveLength(3);
  });

  it.each<[string, string, object]>([
    [
      'statsUrl',
      'loadBalancer.haproxy[0].statsUrl: found "http://***@lb/stats"',
      {
        loadBalancer: {
          haproxy: [{ ...haproxy, statsUrl: 'http://admin:s3cret@lb/stats' }],
        },
      },
    ],
    [
      'statsUrl whose password has a slash',
      'loadBalancer.haproxy[0].statsUrl: found "http://***@lb/stats"',
      {
        loadBalancer: {
          haproxy: [
            { ...haproxy, statsUrl: 'http://admin:pa/ss:s3cret@lb/stats' },
          ],
        },
      },
    ],
    [
      'connection.url',
      'connection.url: found "https://***@10.0.0.1:6443"',
      account({ url: 'https://admin:s3cret@10.0.0.1:6443' }),
    ],
    [
      'connection.url with a token for a user',
      'connection.url: found "https://***@10.0.0.1:6443"',
      account({ url: 'https://s3cret@10.0.0.1:6443' }),
    ],
    [
      'etcd.endpoints',
      'etcd.endpoints[0]: found "https://***@10.0.0.1:2379"',
      etcd({ endpoints: ['https://root:s3cret@10.0.0.1:2379'] }),
    ],
    [
      'apiServer.endpoint',
      'apiServer.endpoint: found "https://***@api:6443"',
      { apiServer: { endpoint: 'https://u:s3cret@api:6443' } },
    ],
    [
      'apiServer.instances',
      'apiServer.instances[0]: found "***@10.0.0.1:6443"',
      { apiServer: { instances: ['admin:s3cret@10.0.0.1:6443'] } },
    ],
    [
      'the query of statsUrl',
      'loadBalancer.haproxy[0].statsUrl: found "ftp://lb:8404/stats?…"',
      {
        loadBalancer: {
          haproxy: [{ name: 'lb', statsUrl: 'ftp://lb:8404/stats?key=s3cret' }],
        },
      },
    ],
    [
      'a key in place of its file',
      'etcd.keyFile: found "***", which',
      etcd({
        certFile: path('client.crt'),
        keyFile:
          '-----BEGIN PRIVATE KEY-----\ns3cret\n-----END PRIVATE KEY-----',
      }),
    ],
    [
      'a token in place of its file',
      'connection.tokenFile: found "***", which does not exist.',
      account({ token: undefined, tokenFile: 'eyJhbGciOi.s3cret.c2ln' }),
    ],
  ])('without showing the secret in %s', (_key, says, parts) => {
    const said = refusal({ clusters: [cluster(parts)] }).join();
    expect(said).toContain(`${C}.${says}`);
    expect(said).not.toContain('s3cret');
  });

  it('without showing a secret', () => {
    const said = refusal({ clusters: [account({ token: 12345 })] }).join();
    expect(said).toContain(
      `${C}.connection.token: found a value that is not shown because it is a secret.`,
    );
    expect(said).not.toContain('12345');
  });
});
