/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { FaultContext } from './fault';

/**
 * Things of which a lab has one each, in words for the refusal. Two faults that
 * change the same one could not be undone in any order, so the second is
 * refused while the first is in force.
 */
export const claims = {
  unit: (machine: string, component: string) =>
    `the manifest of ${component} on ${machine}`,
  /** Running or frozen. */
  processes: (machine: string, component: string) =>
    `the processes of ${component} on ${machine}`,
  /** Power and cable of machines. */
  power: (machines: readonly string[]) =>
    machines.flatMap(name => [`the power of ${name}`, `the cable of ${name}`]),
  cable: (machine: string) => `the cable of ${machine}`,
  firewall: (machine: string) => `the firewall of ${machine}`,
  cpu: (machine: string) => `the CPU share of ${machine}`,
  disk: (machine: string) => `the disk of ${machine}`,
  freezer: (machine: string) => `the freezer of ${machine}`,
  certificate: (machine: string, name: string) =>
    `the certificate ${name} of ${machine}`,
  haproxyConfig: 'the configuration of HAProxy',
  readerRole: 'the rights of the reader',
} as const;

export function everyControlPlane(
  context: FaultContext,
  claim: (machine: string) => string,
): string[] {
  return context.machines('control-plane').map(({ name }) => claim(name));
}
