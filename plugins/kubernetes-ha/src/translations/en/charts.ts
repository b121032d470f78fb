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
  'charts.downSince': 'down since {{at}}',
  'charts.noneSince': 'no value since {{at}}',
  'charts.firstAt': 'First measured {{at}}.',
  'charts.perSecond': '{{number}}/s',
  'charts.warnsFrom': 'warns from',
  'charts.etcd-db-size': 'etcd: database size',
  'charts.etcd-fsync-p99': 'etcd: WAL fsync, 99th percentile',
  'charts.etcd-commit-p99': 'etcd: backend commit, 99th percentile',
  'charts.etcd-raft-term': 'etcd: raft term (each step is an election)',
  'charts.apiserver-request-p99':
    'API servers: request latency, 99th percentile (without watches)',
  'charts.apiserver-request-rate': 'API servers: requests per second',
  'charts.nodes-ready': 'Nodes: Ready',
  'charts.against.etcd-db-quota': 'quota',
  'charts.against.nodes-total': 'all nodes',
} as const;
