/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels of the charts over time. */
export const charts = {
  'charts.title': 'Over time',
  'charts.empty':
    'Nothing has been measured in this time yet. Points come once a minute.',
  'charts.notDrawn':
    'The chart could not be drawn in this browser. The newest values:',
  'charts.cluster': 'cluster',
  'charts.perSecond': '{{number}}/s',
  'charts.warnsFrom': 'warns from',
  'charts.etcd-db-size': 'etcd: size of the database',
  'charts.etcd-fsync-p99': 'etcd: WAL sync to disk, 99th percentile',
  'charts.etcd-commit-p99': 'etcd: commit to disk, 99th percentile',
  'charts.etcd-raft-term': 'etcd: raft term (each step is an election)',
  'charts.apiserver-request-p99':
    'API servers: answers, 99th percentile (no watches)',
  'charts.apiserver-request-rate': 'API servers: requests per second',
  'charts.nodes-ready': 'Nodes: ready',
  'charts.against.etcd-db-quota': 'quota',
  'charts.against.nodes-total': 'all nodes',
} as const;
