/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { HealthCheck } from '../profiles/profile';

/** Port of the statistics page and the Prometheus exporter. */
export const statsPort = 8404;

export interface HaproxyOptions {
  machine: string;
  port: number;
  healthCheck: HealthCheck;
  servers: readonly { name: string; address: string; port: number }[];
}

/** CA that API servers' certificates are checked against, as the load balancer sees it. */
export const haproxyCaFile = '/etc/haproxy/apiserver-ca.crt';

/** The HAProxy configuration of one load balancer. */
export function haproxyConfig(options: HaproxyOptions): string {
  const { healthCheck, port, servers } = options;
  // l7: as kubeadm's HA guide (docs/ha-considerations.md in kubernetes/kubeadm), with /readyz instead of /healthz.
  const check =
    healthCheck === 'l7'
      ? [
          'option httpchk',
          'http-check connect ssl sni kubernetes',
          'http-check send meth GET uri /readyz',
          'http-check expect status 200',
        ]
      : ['option tcp-check'];
  const serverTail =
    healthCheck === 'l7'
      ? ` check verify required ca-file ${haproxyCaFile} on-marked-down shutdown-sessions`
      : ' check';
  return `global
  log stdout format raw local0 notice
  maxconn 4000
  stats socket /run/haproxy.sock mode 600 level admin

defaults
  mode tcp
  log global
  option dontlognull
  retries 2
  timeout connect 5s
  # Clients and API servers ping an idle HTTP/2 connection every 30 s.
  timeout client 90s
  timeout server 90s
  timeout check 3s

frontend kube-apiserver
  bind *:${port}
  default_backend kube-apiservers

backend kube-apiservers
  balance roundrobin
${check.map(line => `  ${line}`).join('\n')}
  default-server inter 2000 rise 2 fall 3
${servers
  .map(
    server =>
      `  server ${server.name} ${server.address}:${server.port}${serverTail}`,
  )
  .join('\n')}

frontend stats
  mode http
  bind *:${statsPort}
  timeout client 10s
  http-request use-service prometheus-exporter if { path /metrics }
  stats enable
  stats uri /stats
  stats refresh 10s
  stats show-legends
  stats show-node
  stats show-desc ${options.machine}
`;
}
