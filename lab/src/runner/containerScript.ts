/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { join } from 'node:path';
import type { Container, Pod } from '../kubernetes/objects';

/** Top-level folders whose content a container does not get, so that a volume may be mounted below them. */
const ownFolders = new Set(['/mnt', '/srv', '/media']);

/**
 * A shell script that runs one container of a pod on the machine: the
 * machine's own programs and files, with the pod's hostPath and emptyDir
 * volumes where it expects them, in a root of its own so that mount points can
 * be made without touching the host.
 */
export function containerScript(
  pod: Pod,
  container: Container,
  root: string,
): string {
  const mounts = (container.volumeMounts ?? []).map(mount => {
    const volume = pod.spec.volumes?.find(({ name }) => name === mount.name);
    return {
      target: join(root, mount.mountPath),
      source: volume?.hostPath?.path,
    };
  });
  return `set -e
mkdir -p ${root}
mount -t tmpfs -o mode=755 tmpfs ${root}
for entry in /*; do
  if [ -L "$entry" ]; then cp -a "$entry" ${root}/
  elif [ -d "$entry" ]; then
    mkdir ${root}"$entry"
    case "$entry" in ${[...ownFolders].join(
      '|',
    )}) ;; *) mount --rbind "$entry" ${root}"$entry" ;; esac
  fi
done
${mounts.map(({ target, source }) => mountLines(target, source)).join('\n')}
exec chroot ${root} ${
    container.workingDir ? `env --chdir=${quote(container.workingDir)} ` : ''
  }${[...(container.command ?? []), ...(container.args ?? [])]
    .map(quote)
    .join(' ')}
`;
}

function mountLines(target: string, source: string | undefined): string {
  if (source === undefined) {
    return `mkdir -p ${quote(target)}\nmount -t tmpfs tmpfs ${quote(target)}`;
  }
  return `if [ -d ${quote(source)} ]; then mkdir -p ${quote(target)}
else mkdir -p "$(dirname ${quote(target)})"; touch ${quote(target)}; fi
mount --rbind ${quote(source)} ${quote(target)}`;
}

/** A word of a shell command, whatever is in it. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
