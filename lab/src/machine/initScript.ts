/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { shellWord } from '../host/shellWord';
import { labFolder } from '../state/paths';

export interface InitScriptOptions {
  hostname: string;
  address: string;
  prefixLength: number;
  /** Folders of the host and where the machine sees them; the host's own files of that path are hidden, not touched. */
  binds: readonly { from: string; to: string }[];
  /** A folder of the host that may hide under a small file system of the machine's own. */
  scratch: string;
  /** Whole networks whose every address the machine answers for. */
  localNetworks: readonly string[];
  /** Lines for /etc/hosts. */
  hosts: readonly string[];
  /** Value of PATH. */
  programPath: string;
  runner: string;
  runnerConfig: string;
  /** Made when all is mounted and the network is up. */
  bootedFile: string;
}

/**
 * PID 1 of a machine. It mounts what the machine sees, brings up its network
 * and keeps the runner alive; as PID 1 it also collects orphans.
 */
export function initScript(options: InitScriptOptions): string {
  const { binds } = options;
  const scratch = shellWord(options.scratch);
  const checkout = shellWord(labFolder);
  const overlays = ['/etc', '/var/lib'];
  const hiddenRoot = overlays.find(path => labFolder.startsWith(`${path}/`));
  return `#!/bin/bash
set -e
echo ${options.hostname} > /proc/sys/kernel/hostname

# Writes to /etc and /var/lib end in memory, so that the host's folders stay untouched.
mount -t tmpfs -o mode=755 tmpfs ${scratch}
mkdir -p ${scratch}/checkout
${hiddenRoot ? `mount --rbind ${checkout} ${scratch}/checkout` : ':'}
for path in ${overlays.join(' ')}; do
  layer=${scratch}/overlay$path
  mkdir -p "$layer/upper" "$layer/work"
  mount -t overlay -o "lowerdir=$path,upperdir=$layer/upper,workdir=$layer/work" overlay $path
done
${hiddenRoot ? `mount --rbind ${scratch}/checkout ${checkout}` : ':'}
${binds
  .map(
    ({ from, to }) =>
      `mkdir -p ${shellWord(to)}\nmount --bind ${shellWord(from)} ${shellWord(
        to,
      )}`,
  )
  .join('\n')}
cat > /etc/hosts <<'HOSTS'
127.0.0.1 localhost
${options.hosts.join('\n')}
HOSTS

ip link set lo up
# A machine that lost its power comes back with no address left over.
ip address flush dev eth0
ip address add ${options.address}/${options.prefixLength} dev eth0
ip link set eth0 up
${options.localNetworks
  .map(network => `ip route replace local ${network} dev lo`)
  .join('\n')}

export PATH=${shellWord(options.programPath)}
touch ${shellWord(options.bootedFile)}
set +e
while :; do
  ${[process.execPath, options.runner, options.runnerConfig]
    .map(shellWord)
    .join(' ')} &
  wait $!
  echo "runner ended with code $?; ending what it started and starting it again" >&2
  kill -KILL -1
  sleep 1
done
`;
}
