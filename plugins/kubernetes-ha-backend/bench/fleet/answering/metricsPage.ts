/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

const verbs = ['GET', 'LIST', 'WATCH', 'POST', 'PUT', 'PATCH', 'DELETE'];
const buckets = [
  '0.005',
  '0.025',
  '0.05',
  '0.1',
  '0.2',
  '0.4',
  '0.6',
  '0.8',
  '1',
  '1.25',
  '1.5',
  '2',
  '3',
  '4',
  '5',
  '6',
  '8',
  '10',
  '15',
  '20',
  '30',
  '45',
  '60',
  '+Inf',
];
const resources = Array.from({ length: 30 }, (_, i) => `resources${i}`);

/**
 * `/metrics` of a kube-apiserver: the families that the checks read, and the
 * request histograms by verb and resource that make up most of a real page.
 * About 2 MB, as an API server of 300 nodes answers.
 */
export function metricsPage(): string {
  const lines = [
    '# TYPE process_start_time_seconds gauge',
    'process_start_time_seconds 1.7637e+09',
    '# TYPE apiserver_current_inflight_requests gauge',
    'apiserver_current_inflight_requests{request_kind="mutating"} 2',
    'apiserver_current_inflight_requests{request_kind="readOnly"} 7',
    '# TYPE apiserver_storage_size_bytes gauge',
    'apiserver_storage_size_bytes{storage_cluster_id="etcd-0"} 1.2e+08',
    '# TYPE apiserver_flowcontrol_nominal_limit_seats gauge',
    'apiserver_flowcontrol_nominal_limit_seats{priority_level="global-default"} 49',
    '# TYPE apiserver_flowcontrol_current_executing_seats gauge',
    'apiserver_flowcontrol_current_executing_seats{flow_schema="global-default",priority_level="global-default"} 1',
    '# TYPE apiserver_request_total counter',
    ...series('apiserver_request_total', 'code="200",'),
    '# TYPE apiserver_request_duration_seconds histogram',
    ...histogram('apiserver_request_duration_seconds'),
    '# TYPE apiserver_request_sli_duration_seconds histogram',
    ...histogram('apiserver_request_sli_duration_seconds'),
  ];
  return `${lines.join('\n')}\n`;
}

function series(name: string, labels: string): string[] {
  return resources.flatMap(resource =>
    verbs.map(
      verb =>
        `${name}{${labels}component="apiserver",dry_run="",group="",resource="${resource}",scope="cluster",subresource="",verb="${verb}",version="v1"} 1234`,
    ),
  );
}

/** As a client of Go writes it: the buckets of a series follow each other, their bound is the last label. */
function histogram(name: string): string[] {
  const labels = series('', '').map(line => line.slice(1, line.indexOf('}')));
  return labels.flatMap(own => [
    ...buckets.map(le => `${name}_bucket{${own},le="${le}"} 1234`),
    `${name}_sum{${own}} 1234`,
    `${name}_count{${own}} 1234`,
  ]);
}
