/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signalProcess } from '../host/processes';
import type { Machine } from '../machine/machine';

/** Where a machine's runner looks for probes to hold back; the host's side of /run/lab-held-probes. */
function heldProbe(machine: Machine, component: string): string {
  return join(machine.paths.run, 'lab-held-probes', component);
}

/** Throws if there is nothing to freeze. */
export function assertRuns(machine: Machine, component: string): void {
  if (machine.processes(component).length === 0) {
    throw new Error(
      `${component} does not run on ${machine.name}; nothing to freeze.`,
    );
  }
}

/** Stops a component's processes with SIGSTOP and sees to it that they stay stopped. */
export function freezeComponentOn(machine: Machine, component: string): void {
  assertRuns(machine, component);
  const held = heldProbe(machine, component);
  mkdirSync(join(held, '..'), { recursive: true });
  writeFileSync(held, '');
  machine
    .processes(component)
    .forEach(process => signalProcess(process, 'SIGSTOP'));
}

/** Lets a component's processes go on. */
export function thawComponentOn(machine: Machine, component: string): void {
  machine
    .processes(component)
    .forEach(process => signalProcess(process, 'SIGCONT'));
  rmSync(heldProbe(machine, component), { force: true });
}
