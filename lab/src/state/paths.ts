/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { join, resolve } from 'node:path';

/** The folder of this package. */
export const labFolder = resolve(__dirname, '../..');

/** Binaries compiled from `lab/go`, git-ignored. */
export const binFolder = join(labFolder, 'bin');

/** Where labs of this checkout lie if nobody says otherwise, and where other folders are remembered. */
export const defaultDataFolder = join(labFolder, '.data');

const folderOfTask = new AsyncLocalStorage<string>();

/** Everything a running lab keeps, git-ignored; KUBERNETES_HA_LAB_DATA moves it, into memory say, where etcd does not wait for a disk. */
export function dataFolder(): string {
  return (
    folderOfTask.getStore() ??
    resolve(process.env.KUBERNETES_HA_LAB_DATA ?? defaultDataFolder)
  );
}

/** Runs `work` on the labs of another data folder. */
export function inDataFolder<T>(folder: string, work: () => T): T {
  return folderOfTask.run(folder, work);
}

/** Where the parts of one lab lie. */
export interface LabPaths {
  root: string;
  /** Append-only list of what was started; read backwards by the teardown. */
  journal: string;
  /** What the lab is: profile, machines, addresses. */
  description: string;
  /** Faults that are in force. */
  faults: string;
  /** Held while one command changes the lab. */
  lock: string;
  /** Bundled program that runs inside machines. */
  runner: string;
  /** Kubeconfigs and certificates for those who look at the lab from outside. */
  client: string;
  logs: string;
  /** The app-config snippet for the portal. */
  appConfig: string;
}

/** A lab's name is part of file and interface names, so it is kept short and plain. */
export function assertLabName(name: string): void {
  if (!/^[a-z][a-z0-9-]{0,29}$/.test(name)) {
    throw new Error(
      `Lab name "${name}" cannot be used. Allowed: 1 to 30 lower-case letters, digits and "-", starting with a letter.`,
    );
  }
}

export function labPaths(name: string): LabPaths {
  assertLabName(name);
  const root = join(dataFolder(), name);
  return {
    root,
    journal: join(root, 'journal.jsonl'),
    description: join(root, 'lab.json'),
    faults: join(root, 'faults.json'),
    lock: join(dataFolder(), `.${name}.lock`),
    runner: join(root, 'runner.cjs'),
    client: join(root, 'client'),
    logs: join(root, 'logs'),
    appConfig: join(root, 'app-config.lab.yaml'),
  };
}

/** Folders of one machine; most are mounted inside it. */
export interface MachinePaths {
  root: string;
  etcKubernetes: string;
  etcd: string;
  run: string;
  log: string;
  config: string;
  init: string;
  pidFile: string;
}

export function machinePaths(labName: string, machine: string): MachinePaths {
  const { root: labRoot, logs } = labPaths(labName);
  const root = join(labRoot, 'machines', machine);
  return {
    root,
    etcKubernetes: join(root, 'etc-kubernetes'),
    etcd: join(root, 'var-lib-etcd'),
    run: join(root, 'run'),
    // Beside the machine's own: logs outlive the lab, so that a failed start can be looked into.
    log: join(logs, machine),
    config: join(root, 'runner.json'),
    init: join(root, 'init.sh'),
    pidFile: join(root, 'pid'),
  };
}
