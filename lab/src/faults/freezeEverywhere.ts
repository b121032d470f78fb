/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims, everyControlPlane } from './claims';
import type { Fault } from './fault';
import { assertRuns, freezeComponentOn, thawComponentOn } from './freeze';

/** A fault that freezes one component on all control-plane machines, so that nobody renews its lease. */
function freezeEverywhere(name: string, component: string): Fault {
  return {
    name,
    description: `freeze every ${component} (SIGSTOP), so that its leader lease goes stale and no standby takes over`,
    parameters: [],
    claims: context =>
      everyControlPlane(context, machine =>
        claims.processes(machine, component),
      ),
    async prepare(context) {
      context
        .machines('control-plane')
        .forEach(machine => assertRuns(machine, component));
      return {};
    },
    async inject(context) {
      context
        .machines('control-plane')
        .forEach(machine => freezeComponentOn(machine, component));
    },
    async heal(context) {
      context
        .machines('control-plane')
        .forEach(machine => thawComponentOn(machine, component));
    },
  };
}

export const freezeControllerManagers = freezeEverywhere(
  'freeze-controller-managers',
  'kube-controller-manager',
);

export const freezeSchedulers = freezeEverywhere(
  'freeze-schedulers',
  'kube-scheduler',
);
