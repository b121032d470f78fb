/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  cgroupFolders,
  isFrozen,
  makeCgroups,
  setFrozen,
} from '../host/cgroups';
import { type CommandOptions, run } from '../host/exec';
import {
  firstChildOf,
  identityOf,
  isAlive,
  killProcess,
  type MachineProcess,
  type ProcessIdentity,
  processesInNamespaceOf,
  readPidFile,
} from '../host/processes';
import { shellWord } from '../host/shellWord';
import { waitFor } from '../host/waitFor';
import type { LabDescription, MachineDescription } from '../state/description';
import { noteInJournal } from '../state/journal';
import { programPath, releaseOf } from '../build/releases';
import { labPaths, machinePaths } from '../state/paths';

/** File in the machine's /run that its init makes when it is up. */
export const bootedFileName = 'lab-booted';

/** Entry in the environment of every process of a lab; for reports and tests. */
export function environmentMarker(lab: LabDescription): string {
  return `KUBERNETES_HA_LAB=${labPaths(lab.name).root}`;
}

/** A machine of a running lab: a set of namespaces with an init process. */
export class Machine {
  readonly #lab: LabDescription;
  readonly description: MachineDescription;

  constructor(lab: LabDescription, description: MachineDescription) {
    this.#lab = lab;
    this.description = description;
  }

  get name(): string {
    return this.description.name;
  }

  get paths() {
    return machinePaths(this.#lab.name, this.name);
  }

  /** Whether the machine has power. A frozen machine has. */
  isRunning(): boolean {
    const outer = readPidFile(this.paths.pidFile);
    return outer !== undefined && isAlive(outer);
  }

  isFrozen(): boolean {
    return isFrozen(this.#lab.network.bridge, this.name);
  }

  /** Starts the machine and waits until its mounts and network are there. */
  async start(): Promise<void> {
    if (this.isRunning()) {
      return;
    }
    const { paths } = this;
    const { journal, logs } = labPaths(this.#lab.name);
    mkdirSync(logs, { recursive: true });
    const booted = join(paths.run, bootedFileName);
    // /run does not outlive a boot: the pid file of a power cut keeps keepalived from starting.
    rmSync(paths.run, { recursive: true, force: true });
    mkdirSync(paths.run, { mode: 0o755 });

    const groups = Object.values(
      cgroupFolders(this.#lab.network.bridge, this.name),
    );
    noteInJournal(
      journal,
      ...[...new Set(groups)].map(path => ({ kind: 'cgroup' as const, path })),
      { kind: 'process', pidFile: paths.pidFile },
    );
    const folders = makeCgroups(this.#lab.network.bridge, this.name);

    const pidFile = shellWord(paths.pidFile);
    // The shell writes down who it is before it becomes the machine: no moment at which a kill leaves it unlisted.
    const script = `
read -r stat < /proc/$$/stat
read -r boot < /proc/sys/kernel/random/boot_id
fields=(\${stat##*) })
echo "$$ \${fields[19]} $boot" > ${pidFile}.next && mv ${pidFile}.next ${pidFile}
for group in ${folders
      .map(shellWord)
      .join(' ')}; do echo $$ > "$group/cgroup.procs"; done
exec nsenter --net=/run/netns/${this.description.namespace} \\
  unshare --mount --uts --pid --fork --mount-proc --propagation private --kill-child \\
  bash ${shellWord(paths.init)}
`;
    const log = openSync(join(logs, `${this.name}.log`), 'a');
    const [key, value] = environmentMarker(this.#lab).split('=');
    spawn('bash', ['-c', script], {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: '/',
      env: {
        PATH: programPath(releaseOf(this.#lab)),
        HOME: '/root',
        [key]: value,
      },
    }).unref();
    closeSync(log);

    await waitFor(
      async () =>
        existsSync(booted)
          ? { value: true }
          : {
              missing:
                readFileSync(join(logs, `${this.name}.log`), 'utf8')
                  .trim()
                  .split('\n')
                  .pop() || 'it has not said anything',
            },
      { what: `machine ${this.name} to start`, timeoutMs: 60_000, everyMs: 10 },
    );
  }

  /** Cuts the power: every process is gone at once, nothing is flushed. */
  async cutPower(): Promise<void> {
    // A frozen process is not ended by SIGKILL before it is thawed (control groups version 1).
    if (this.isRunning()) {
      setFrozen(this.#lab.network.bridge, this.name, false);
    }
    const init = this.initProcess();
    const outer = readPidFile(this.paths.pidFile);
    if (init) {
      await killProcess(init);
    }
    if (outer) {
      await killProcess(outer);
    }
  }

  /** PID 1 of the machine, as the host sees it. */
  initProcess(): ProcessIdentity | undefined {
    const outer = readPidFile(this.paths.pidFile);
    if (!outer || !isAlive(outer)) {
      return undefined;
    }
    const pid = firstChildOf(outer);
    return pid === undefined ? undefined : identityOf(pid);
  }

  /** Processes of the machine that run a program of that name, such as "etcd". */
  processes(program?: string): MachineProcess[] {
    const init = this.initProcess();
    if (!init) {
      return [];
    }
    return processesInNamespaceOf(init).filter(
      ({ argv }) =>
        program === undefined || argv[0]?.split('/').pop() === program,
    );
  }

  /** Runs a command inside the machine and returns what it printed. */
  async run(
    command: string,
    args: readonly string[],
    options: CommandOptions = {},
  ): Promise<string> {
    const init = this.initProcess();
    if (!init) {
      throw new Error(
        `Machine ${this.name} has no power, so ${command} cannot run on it. Heal the fault that took it away first.`,
      );
    }
    return run(
      'nsenter',
      [
        ...['-t', String(init.pid), '-m', '-u', '-n', '-p', '--wd=/'],
        ...['--', command, ...args],
      ],
      {
        ...options,
        env: {
          PATH: programPath(releaseOf(this.#lab)),
          HOME: '/root',
          ...options.env,
        },
      },
    );
  }
}
