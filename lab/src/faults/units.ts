/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { waitFor } from '../host/waitFor';
import type { Machine } from '../machine/machine';

/** The file whose presence keeps a component running on a machine: a manifest or a service. */
export function unitFile(machine: Machine, component: string): string {
  const manifest = join(
    machine.paths.etcKubernetes,
    'manifests',
    `${component}.yaml`,
  );
  const service = join(machine.paths.root, 'services', `${component}.json`);
  return existsSync(service) || existsSync(parked(service))
    ? service
    : manifest;
}

/** Where a unit file lies while its component is to stay down. */
export function parked(path: string): string {
  return join(dirname(dirname(path)), 'parked', basename(path));
}

/** Throws if the machine has no such component, running or parked. */
export function assertUnit(machine: Machine, component: string): void {
  const path = unitFile(machine, component);
  if (!existsSync(path) && !existsSync(parked(path))) {
    throw new Error(
      `${machine.name} has no ${component}: there is no ${basename(path)}.`,
    );
  }
}

/** Takes a component's file away, as an administrator would, and waits until its process is gone. */
export async function parkUnit(
  machine: Machine,
  component: string,
): Promise<void> {
  parkFile(machine, component);
  await waitUntilGone(machine, component);
}

/** Takes a component's file away; its runner then ends the process. */
export function parkFile(machine: Machine, component: string): void {
  assertUnit(machine, component);
  const path = unitFile(machine, component);
  if (existsSync(path)) {
    mkdirSync(dirname(parked(path)), { recursive: true });
    renameSync(path, parked(path));
  }
}

/** Puts the file back and waits until the process runs again. */
export async function unparkUnit(
  machine: Machine,
  component: string,
): Promise<void> {
  const path = unitFile(machine, component);
  if (existsSync(parked(path))) {
    renameSync(parked(path), path);
  }
  await waitUntilRunning(machine, component);
}

export async function waitUntilGone(
  machine: Machine,
  component: string,
): Promise<void> {
  await waitFor(
    async () => {
      const [left] = machine.processes(component);
      return left
        ? { missing: `process ${left.pid} is still there` }
        : { value: true };
    },
    // An API server lingers for up to 60 s after SIGTERM; the runner ends it after 30 s.
    {
      what: `${component} on ${machine.name} to end`,
      timeoutMs: 60_000,
      everyMs: 50,
    },
  );
}

/** Waits for the process, if anything is to start it: another fault may have taken the power or the manifest away. */
export async function waitUntilRunning(
  machine: Machine,
  component: string,
): Promise<void> {
  if (!machine.isRunning() || !existsSync(unitFile(machine, component))) {
    return;
  }
  await waitFor(
    async () =>
      machine.processes(component).length > 0
        ? { value: true }
        : { missing: 'no such process' },
    {
      what: `${component} on ${machine.name} to run`,
      timeoutMs: 60_000,
      everyMs: 50,
    },
  );
}
