/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Machine } from '../machine/machine';
import type { HealthCheck } from '../profiles/profile';
import type { ServiceFile } from '../runner/config';
import { type LabDescription, machinesOfRole } from '../state/description';
import { haproxyConfig } from './haproxyConfig';
import { checkScript, keepalivedConfig } from './keepalivedConfig';

const haproxyService: ServiceFile = {
  // -W: a master process that can reload the configuration on SIGUSR2. -db: stays in the foreground.
  command: ['haproxy', '-W', '-db', '-f', '/etc/haproxy/haproxy.cfg'],
  // SIGUSR1 would wait for the last watch to end.
  stopSignal: 'SIGTERM',
  stopGraceSeconds: 5,
};

const keepalivedService: ServiceFile = {
  command: [
    'keepalived',
    '--dont-fork',
    '--log-console',
    '--log-detail',
    '--use-file=/etc/keepalived/keepalived.conf',
    '--pid=/run/keepalived.pid',
    '--vrrp_pid=/run/keepalived-vrrp.pid',
  ],
  stopGraceSeconds: 5,
};

/** Folders of a load-balancer machine on the host. */
export function loadBalancerFolders(machine: Machine) {
  const { root } = machine.paths;
  return {
    haproxy: join(root, 'etc-haproxy'),
    keepalived: join(root, 'etc-keepalived'),
    services: join(root, 'services'),
  };
}

/** Writes the configuration of all load balancers and has their runners start them. */
export function configureLoadBalancers(
  lab: LabDescription,
  caFile: string,
  healthCheck: HealthCheck,
): void {
  const machines = machinesOfRole(lab, 'load-balancer').map(
    description => new Machine(lab, description),
  );
  machines.forEach((machine, position) => {
    const folders = loadBalancerFolders(machine);
    copyFileSync(caFile, join(folders.haproxy, 'apiserver-ca.crt'));
    writeHaproxyConfig(lab, machine, healthCheck);
    writeService(folders.services, 'haproxy', haproxyService);
    if (lab.virtualIp) {
      writeFileSync(
        join(folders.keepalived, 'check-haproxy'),
        checkScript(lab.apiPort),
        { mode: 0o755 },
      );
      writeFileSync(
        join(folders.keepalived, 'keepalived.conf'),
        keepalivedConfig({
          machine: machine.name,
          address: machine.description.address,
          peers: machines
            .filter(other => other.name !== machine.name)
            .map(other => other.description.address),
          virtualIp: lab.virtualIp,
          prefixLength: lab.network.prefixLength,
          priority: 110 - position,
        }),
        { mode: 0o644 },
      );
      writeService(folders.services, 'keepalived', keepalivedService);
    }
  });
}

/** Writes the HAProxy configuration of one load balancer; a running HAProxy reads it at its next reload. */
export function writeHaproxyConfig(
  lab: LabDescription,
  machine: Machine,
  healthCheck: HealthCheck,
): void {
  const path = join(loadBalancerFolders(machine).haproxy, 'haproxy.cfg');
  writeFileSync(
    path,
    haproxyConfig({
      machine: machine.name,
      port: lab.apiPort,
      healthCheck,
      servers: machinesOfRole(lab, 'control-plane').map(
        ({ name, address }) => ({ name, address, port: lab.apiPort }),
      ),
    }),
  );
}

/** Puts a service file in place in one step; the runner then starts it. */
export function writeService(
  folder: string,
  name: string,
  service: ServiceFile,
): void {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
  }
  const next = join(folder, `.${name}.next`);
  writeFileSync(next, JSON.stringify(service, undefined, 2));
  renameSync(next, join(folder, `${name}.json`));
}
