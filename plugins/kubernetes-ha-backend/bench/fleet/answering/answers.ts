/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { leaseAnswer } from 'backstage-plugin-kubernetes-ha-collector/src/signals/leases/__testUtils__/leaseAnswer';
import { emptyLists } from '../../inventory/emptyLists';
import { nodeName } from '../../inventory/syntheticNode';
import { syntheticPod } from '../../inventory/syntheticPod';
import { ChangingList } from './changingList';
import { metricsPage } from './metricsPage';
import { changedNode, changedPod, lease, localNode } from './objects';

/** What is sent. */
export interface Answer {
  status: number;
  contentType: string;
  body: Buffer;
}

/** Leases a page: leases/bounds.ts, PAGE_SIZE. */
const LEASES_A_PAGE = 250;
/** How old the shared page of Leases may get. A kubelet renews every 10 s. */
const LEASES_MS = 1_000;

/**
 * What the API server of any of the clusters answers. All clusters have the
 * same objects, made once; only their ids differ.
 */
export class Answers {
  readonly #pods: ChangingList;
  readonly #nodes: ChangingList;
  readonly #nodeNames: string[];
  readonly #fixed: ReadonlyMap<string, Answer>;
  #leases: { at: number; pages: ReadonlyMap<string, Answer> } | undefined;

  constructor({ nodes, pods }: { nodes: number; pods: number }) {
    this.#pods = new ChangingList('PodList', pods, (index, change) =>
      changedPod(syntheticPod(index, nodes), change),
    );
    this.#nodes = new ChangingList('NodeList', nodes, (index, change) =>
      changedNode(localNode(index), change),
    );
    this.#nodeNames = Array.from({ length: nodes }, (_, i) => nodeName(i));
    this.#fixed = new Map([
      ['/version', json({ gitVersion: 'v1.37.2', platform: 'linux/amd64' })],
      ['/readyz', text('[+]ping ok\n[+]etcd ok\nreadyz check passed\n')],
      ['/livez', text('[+]ping ok\n[+]etcd ok\nlivez check passed\n')],
      ['/flagz', text(flags)],
      ['/metrics', text(metricsPage())],
    ]);
  }

  /**
   * What happens between two inventories: one pod in a hundred has restarted, and
   * two nodes in five have written their status, which a kubelet does every five
   * minutes while nothing happens.
   * Source: kubernetes.io/docs/reference/node/node-status, "Node heartbeats"
   */
  change(): void {
    this.#pods.change((index, change) => (index + change) % 100 === 0);
    this.#nodes.change((index, change) => (index + 2 * change) % 5 < 2);
  }

  /** The answer to a path, of the cluster with this id. */
  of(url: URL, uid: string): Answer {
    const { pathname, searchParams } = url;
    const fixed = this.#fixed.get(pathname);
    if (fixed) return fixed;
    if (pathname === '/api/v1/namespaces/kube-system') {
      return json({
        kind: 'Namespace',
        metadata: { name: 'kube-system', uid },
      });
    }
    const next = searchParams.get('continue') ?? '';
    if (pathname === '/api/v1/pods')
      return protobuf(this.#pods.pages[Number(next)]);
    if (pathname === '/api/v1/nodes') {
      return protobuf(this.#nodes.pages[Number(next)]);
    }
    const leases = this.#leasesNow().get(`${pathname} ${next}`);
    if (leases) return leases;
    const name = pathname.split('/').at(-1) ?? '';
    const kind = emptyLists[name];
    return kind
      ? json({ kind, apiVersion: 'v1', metadata: {}, items: [] })
      : json(
          { kind: 'Status', reason: 'NotFound', details: { name }, code: 404 },
          404,
        );
  }

  #leasesNow(): ReadonlyMap<string, Answer> {
    const now = new Date();
    if (this.#leases && now.getTime() - this.#leases.at < LEASES_MS) {
      return this.#leases.pages;
    }
    const path = '/apis/coordination.k8s.io/v1/namespaces';
    const pages = new Map<string, Answer>();
    const add = (
      namespace: string,
      names: readonly string[],
      holderOf: (name: string) => string,
    ) => {
      for (let at = 0; at < names.length; at += LEASES_A_PAGE) {
        const end = at + LEASES_A_PAGE;
        const metadata = {
          resourceVersion: '4242',
          ...(end < names.length && { continue: String(end) }),
        };
        const leases = names
          .slice(at, end)
          .map(name => lease(name, namespace, holderOf(name), now));
        pages.set(
          `${path}/${namespace}/leases ${at || ''}`,
          protobuf(leaseAnswer({ metadata, items: leases })),
        );
      }
    };
    // Components hold theirs by the name of their host, kubelets by that of their node.
    add(
      'kube-system',
      ['kube-controller-manager', 'kube-scheduler'],
      () => `${this.#nodeNames[0]}_0b1f6a8c-7f0e-4d6e-9a35-2f4f0c9d1e77`,
    );
    add('kube-node-lease', this.#nodeNames, name => name);
    this.#leases = { at: now.getTime(), pages };
    return pages;
  }
}

const flags = [
  'kube-apiserver flagz',
  'anonymous-auth: false',
  'audit-log-path: /var/log/audit.log',
  'encryption-provider-config: /etc/kubernetes/encryption.yaml',
  'etcd-servers: https://127.0.0.1:2379',
  'goaway-chance: 0.001',
  'request-timeout: 1m0s',
].join('\n');

function json(value: object, status = 200): Answer {
  const body = Buffer.from(JSON.stringify(value));
  return { status, contentType: 'application/json', body };
}

function text(body: string): Answer {
  return { status: 200, contentType: 'text/plain', body: Buffer.from(body) };
}

function protobuf(body: Buffer): Answer {
  return {
    status: 200,
    contentType: 'application/vnd.kubernetes.protobuf',
    body,
  };
}
