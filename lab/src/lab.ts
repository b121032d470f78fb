/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { join } from 'node:path';
import { defaultRelease, releaseByName } from './build/releases';
import { labAppConfig, type LabClusterConfig } from './cluster/appConfig';
import { bringUp } from './cluster/bringUp';
import {
  type ClientFiles,
  clientFiles,
  endpointUrl,
} from './cluster/clientFiles';
import {
  type HealthContext,
  missingForHealth,
  waitUntilHealthy,
} from './cluster/readiness';
import {
  labNames,
  lockWaitMs,
  refuseToReplace,
  removeLab,
  removeOrphans,
} from './cluster/registry';
import {
  type ActiveFault,
  activeFaults,
  completeArguments,
  healFaults,
  injectFault,
} from './faults/engine';
import { faultByName } from './faults';
import type { FaultArguments, FaultContext } from './faults/fault';
import { type CommandResult, tryRun } from './host/exec';
import { ownsBridge } from './host/network';
import { KubernetesClient } from './kubernetes/client';
import { statsUrl } from './loadbalancer/stats';
import { Machine } from './machine/machine';
import { etcdEndpoints } from './pki/kubeadmConfig';
import { profileByName } from './profiles';
import type { Layout, Profile } from './profiles/profile';
import {
  type LabDescription,
  machineByName,
  type MachineDescription,
  machinesOfRole,
  readDescription,
} from './state/description';
import { rememberDataFolder } from './state/dataFolders';
import { withLock } from './state/lock';
import { assertLabName, binFolder, labPaths } from './state/paths';
import { tearDown } from './state/teardown';

export interface StartLabOptions {
  /** Default `ha-3az`. */
  profile?: string;
  /** Kubernetes release it is made of, such as `1.33`. Default: the newest. */
  release?: string;
  /** Default: the profile's own. */
  layout?: Layout;
  /** Number of worker nodes, dealt out to the profile's zones. Default 6. */
  nodes?: number;
  /** Default: the profile's name. One lab per name; tests give a name of their own. */
  name?: string;
  /** etcd's quota in bytes; small ones make the NOSPACE fault quick. Default: etcd's own (2 GiB). */
  etcdQuotaBytes?: number;
  /** Progress, a line at a time. Default: nowhere. */
  log?: (line: string) => void;
  /** Whether the lab ends with this process. Default true; the command line says false. */
  ephemeral?: boolean;
}

/**
 * Starts a lab and resolves when it is healthy. Errors name what is missing on
 * this machine or what did not become healthy; whatever was started is then
 * taken away again.
 * @public
 */
export async function startLab(options: StartLabOptions = {}): Promise<Lab> {
  const { log = () => undefined, ephemeral = true, nodes = 6 } = options;
  const profile = profileByName(options.profile ?? 'ha-3az');
  const release = releaseByName(options.release ?? defaultRelease.name);
  const name = options.name ?? profile.name;
  assertLabName(name);
  if (!Number.isInteger(nodes) || nodes < 0) {
    throw new Error(
      `nodes is ${nodes}. Allowed: a whole number from 0 on (0 means no workers).`,
    );
  }
  return withLock(labPaths(name).lock, `Lab ${name}`, lockWaitMs, async () => {
    await rememberDataFolder();
    await removeOrphans(log);
    refuseToReplace(name);
    try {
      const description = await bringUp({
        name,
        profile,
        release,
        layout: options.layout ?? profile.defaultLayout,
        workerCount: nodes,
        etcdQuotaBytes: options.etcdQuotaBytes,
        ephemeral,
        log,
      });
      return new Lab(description, log);
    } catch (error) {
      await tearDown(name);
      const said = error instanceof Error ? error.message : String(error);
      throw new Error(
        `Lab ${name} did not start: ${said}\nLogs: ${labPaths(name).logs}`,
        { cause: error },
      );
    }
  });
}

/** A lab that was started before, by its name; an error says which there are. @public */
export function openLab(
  name: string,
  log: (line: string) => void = () => undefined,
): Lab {
  const description = readDescription(name);
  if (!description) {
    throw new Error(
      `There is no lab "${name}". Running: ${
        labNames().join(', ') || 'none; start one with "npm run lab -- up"'
      }.`,
    );
  }
  return new Lab(description, log);
}

/** How long a change that a fault or its healing makes is repeated while the API has a hiccup. */
const retryChangeMs = 60_000;

/** A running lab and everything a consumer needs to know of it. @public */
export class Lab {
  readonly description: LabDescription;
  readonly profile: Profile;
  readonly files: ClientFiles;
  readonly #log: (line: string) => void;

  constructor(description: LabDescription, log: (line: string) => void) {
    this.description = description;
    this.profile = profileByName(description.profile);
    this.files = clientFiles(description.name);
    this.#log = log;
  }

  get name(): string {
    return this.description.name;
  }

  /** Kubeconfigs: `admin` may do all, `reader` only what the reader's RBAC manifest grants. */
  get kubeconfig(): { admin: string; reader: string } {
    const { adminKubeconfig, readerKubeconfig } = this.files;
    return { admin: adminKubeconfig, reader: readerKubeconfig };
  }

  /** URL of the load-balanced path to the API servers. */
  get endpoint(): string {
    return endpointUrl(this.description);
  }

  /** URL of each API server by its own address. */
  get apiServers(): { name: string; url: string }[] {
    const { apiPort } = this.description;
    return this.machines('control-plane').map(({ name, address }) => ({
      name,
      url: `https://${address}:${apiPort}`,
    }));
  }

  /** etcd's client URLs, one per member, and files for a client that may do all. */
  get etcd(): ClientFiles['etcd'] & { endpoints: string[] } {
    return {
      endpoints: etcdEndpoints(this.description),
      ...this.files.etcd,
    };
  }

  get loadBalancers(): { name: string; address: string; statsUrl: string }[] {
    return this.machines('load-balancer').map(({ name, address }) => ({
      name,
      address,
      statsUrl: statsUrl(address),
    }));
  }

  /** The app-config file of this lab. */
  get appConfigFile(): string {
    return labPaths(this.name).appConfig;
  }

  /** The entry of `kubernetesHa.clusters` for this lab. */
  appConfig(): LabClusterConfig {
    return labAppConfig(this.description);
  }

  machines(role?: MachineDescription['role']): MachineDescription[] {
    return role
      ? machinesOfRole(this.description, role)
      : this.description.machines;
  }

  /** A machine to look into: its processes, commands run on it. */
  machine(name: string): Machine {
    return new Machine(this.description, machineByName(this.description, name));
  }

  /** Injects a fault and resolves when it is in force. See `fault --list` for names and parameters. */
  fault(name: string, args: FaultArguments = {}): Promise<ActiveFault> {
    return this.#changing(context => injectFault(context, name, args));
  }

  /** Throws if such a fault cannot be injected into this lab; changes nothing. */
  checkFault(name: string, args: FaultArguments = {}): void {
    const client = KubernetesClient.fromFile(this.kubeconfig.admin);
    completeArguments(faultByName(name), this.#context(client), args);
    client.close();
  }

  /**
   * Undoes all faults, those of a name, or the one of a name and values, and
   * waits up to 3 minutes until the lab is healthy again (as far as no other
   * fault is in force).
   */
  async heal(name?: string, args?: FaultArguments): Promise<ActiveFault[]> {
    return this.#changing(async context => {
      const healed = await healFaults(context, name, args);
      if (this.activeFaults().length === 0) {
        await this.#whileLooking(look => waitUntilHealthy(look, 180_000));
      }
      return healed;
    });
  }

  activeFaults(): ActiveFault[] {
    return activeFaults(this.name);
  }

  /** What does not look as in a healthy lab of this profile; empty if all is well. */
  async unhealthy(): Promise<string[]> {
    return this.#whileLooking(missingForHealth);
  }

  /** Runs kubectl with full rights and returns what it printed, whatever its exit code. */
  kubectl(args: readonly string[], input?: string): Promise<CommandResult> {
    return tryRun(
      join(binFolder, 'kubectl'),
      [`--kubeconfig=${this.kubeconfig.admin}`, ...args],
      { input },
    );
  }

  /** Takes the lab away with all it made. */
  down(): Promise<void> {
    return removeLab(this.name);
  }

  /** Interfaces and control groups are named after a bridge that another lab may have by now. */
  #assertNetwork(): void {
    const { bridge, mac } = this.description.network;
    if (!ownsBridge(bridge, mac)) {
      throw new Error(
        `The network of lab ${this.name} (bridge ${bridge}) is gone: this machine was restarted since ${this.description.createdAt}, or somebody took it away. Start the lab anew: npm run lab -- down --name ${this.name}, then up.`,
      );
    }
  }

  #context(client: KubernetesClient): FaultContext {
    const { description: lab, profile } = this;
    return {
      lab,
      profile,
      client,
      machines: role =>
        this.machines(role).map(description => new Machine(lab, description)),
      machine: name => this.machine(name),
      log: this.#log,
    };
  }

  /** With a client that repeats nothing: what fails now is what is to be seen. */
  async #whileLooking<T>(
    work: (context: HealthContext) => Promise<T>,
  ): Promise<T> {
    const { description: lab, profile } = this;
    const client = KubernetesClient.fromFile(this.kubeconfig.admin);
    try {
      return await work({ lab, profile, client });
    } finally {
      client.close();
    }
  }

  async #changing<T>(work: (context: FaultContext) => Promise<T>): Promise<T> {
    return withLock(
      labPaths(this.name).lock,
      `Lab ${this.name}`,
      lockWaitMs,
      async () => {
        this.#assertNetwork();
        const client = KubernetesClient.fromFile(this.kubeconfig.admin, {
          retryUntil: () => Date.now() + retryChangeMs,
        });
        try {
          return await work(this.#context(client));
        } finally {
          client.close();
        }
      },
    );
  }
}
