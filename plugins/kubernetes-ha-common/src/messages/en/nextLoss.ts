/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count } from '../format';

const things = {
  'api-servers': ['API server', 'serves', 'serve', 'the API'],
  'load-balancers': [
    'load balancer',
    'is up',
    'are up',
    'the load-balanced path to the API',
  ],
  backends: [
    'API server',
    'is in the pool of the load balancer',
    'are in the pool of the load balancer',
    'the load-balanced path to the API',
  ],
} as const;

/** What so many more losses stop. */
function losses(spare: number): string {
  return spare === 0 ? 'the loss of one more' : `the loss of ${spare + 1} more`;
}

/** What one more loss would do. */
export const nextLoss = {
  'next-loss.etcd': (p: {
    healthy: number;
    voters: number;
    unclear: number;
    /** Members that may be lost from now on; below 0 the quorum is lost. */
    spare: number;
  }) =>
    [
      `${p.healthy} of ${count(p.voters, 'voter')} healthy`,
      p.unclear > 0 ? ` (${p.unclear} without a response)` : '',
      p.spare < 0
        ? `: no quorum${
            p.unclear > 0 ? ' unless those still vote' : ''
          }, etcd takes no writes`
        : `: ${losses(p.spare)} stops all writes`,
    ].join(''),
  'next-loss.servers': (p: {
    what: keyof typeof things;
    serving: number;
    total: number;
  }) => {
    const [name, one, many, lost] = things[p.what] ?? things['api-servers'];
    const verb = p.serving === 1 ? one : many;
    const now = `${p.serving} of ${count(p.total, name)} ${verb}`;
    if (p.serving <= 0) return `${now}: ${lost} is down`;
    return `${now}: ${losses(p.serving - 1)} takes ${lost} down`;
  },
  'next-loss.zone': (p: {
    zone: string;
    voters: number;
    total: number;
    spare: number;
  }) =>
    `the loss of zone ${p.zone} takes ${p.voters} of ${count(
      p.total,
      'voter',
    )}: ${
      p.spare < 0
        ? 'all writes stop'
        : `the others keep the quorum, and ${losses(p.spare)} stops all writes`
    }`,
  'next-loss.control-plane': (p: {
    ready: number;
    machines: number;
    layout: 'stacked' | 'external' | 'untold';
    spare: number;
  }) => {
    const now = `${p.ready} of ${count(
      p.machines,
      'control-plane node',
    )} Ready`;
    const stops =
      p.layout === 'external'
        ? 'takes the API down'
        : 'stops all writes to etcd';
    const condition =
      p.layout === 'untold' ? ', where etcd runs on these nodes' : '';
    return p.spare < 0
      ? `${now}: ${
          p.layout === 'external' ? 'the API is down' : 'etcd has no quorum'
        }${condition}`
      : `${now}: ${losses(p.spare)} ${stops}${condition}`;
  },
} as const;
