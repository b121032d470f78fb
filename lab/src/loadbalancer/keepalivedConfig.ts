/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
export interface KeepalivedOptions {
  machine: string;
  address: string;
  peers: readonly string[];
  virtualIp: string;
  prefixLength: number;
  /** The highest living one holds the virtual IP. */
  priority: number;
}

/** The file that keepalived runs to see whether HAProxy takes connections. */
export const checkScriptFile = '/etc/keepalived/check-haproxy';

/** Exits with 0 if something listens on the load balancer's port. */
export function checkScript(port: number): string {
  return `#!/bin/bash
exec 3<>/dev/tcp/127.0.0.1/${port}
`;
}

/** The keepalived configuration of one load balancer: unicast VRRP, tied to its HAProxy. */
export function keepalivedConfig(options: KeepalivedOptions): string {
  return `global_defs {
  router_id ${options.machine}
  enable_script_security
  script_user root
}

vrrp_script haproxy {
  script ${checkScriptFile}
  interval 1
  timeout 2
  fall 2
  rise 2
}

vrrp_instance apiserver {
  state BACKUP
  interface eth0
  virtual_router_id 51
  priority ${options.priority}
  advert_int 1
  unicast_src_ip ${options.address}
  unicast_peer {
${options.peers.map(peer => `    ${peer}`).join('\n')}
  }
  virtual_ipaddress {
    ${options.virtualIp}/${options.prefixLength}
  }
  track_script {
    haproxy
  }
}
`;
}
