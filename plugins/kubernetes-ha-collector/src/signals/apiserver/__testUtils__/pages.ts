/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { RequestListener } from 'node:http';

/** A page as an API server serves it, cut down to what tells the parts apart. */
const METRICS = `# HELP apiserver_request_total requests
apiserver_request_total{code="200",verb="GET"} 40
apiserver_request_total{code="500",verb="GET"} 2
apiserver_flowcontrol_rejected_requests_total{flow_schema="x",priority_level="system",reason="queue-full"} 3
etcd_request_duration_seconds_bucket{group="",le="0.1",operation="get",resource="pods"} 7
etcd_request_duration_seconds_bucket{group="",le="0.1",operation="list",resource="pods"} 5
go_goroutines 900
process_start_time_seconds 1.7e+09
`;

/** What an API server serves: path → status and body. Unknown paths are 404. */
export type Pages = Record<string, [status: number, body: string]>;

/** Those of an API server that is well. */
export const healthy: Pages = {
  '/readyz?verbose': [200, '[+]ping ok\n[+]etcd ok\nreadyz check passed\n'],
  '/livez?verbose': [200, '[+]ping ok\nlivez check passed\n'],
  '/version': [200, '{"gitVersion":"v1.37.2","platform":"linux/amd64"}'],
  '/flagz': [200, '{"kind":"Flagz","flags":{"goaway-chance":"0"}}'],
  '/metrics': [200, METRICS],
};

/** Serves pages. */
export function serve(pages: Pages): RequestListener {
  return (request, response) => {
    const [status, body] = pages[request.url ?? ''] ?? [404, 'no such page'];
    response.writeHead(status).end(body);
  };
}
