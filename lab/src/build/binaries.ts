/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from '../host/exec';
import { findProgram } from '../host/requirements';
import { withLock } from '../state/lock';
import { binFolder } from '../state/paths';
import {
  defaultRelease,
  etcdVersion,
  kubernetesVersion,
  type Release,
} from './releases';

/** Programs the build of a release leaves in its folder. */
export const binaryNames = [
  'etcd',
  'etcdctl',
  'etcdutl',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubeadm',
  'kubectl',
] as const;

/** kwok's own behaviours, taken from its module and given to it by file. */
export const kwokStages = [
  'node/fast/node-initialize.yaml',
  'node/heartbeat-with-lease/node-heartbeat-with-lease.yaml',
  'pod/fast/pod-ready.yaml',
  'pod/fast/pod-complete.yaml',
  'pod/fast/pod-delete.yaml',
] as const;

/** Where a copy of one of kwok's stages lies after the build. */
export function kwokStagePath(stage: string): string {
  return join(binFolder, 'kwok-stages', stage.replaceAll('/', '_'));
}

/**
 * Compiles what is not yet compiled. A warm call compares a stamp of go.mod,
 * go.sum and the flags and ends within milliseconds; a cold one takes about
 * 7 minutes on two cores. Every lab needs the default release's kwok, so an
 * older release is built beside it.
 */
export async function ensureBinaries(
  log: (line: string) => void,
  release: Release = defaultRelease,
): Promise<void> {
  if (release !== defaultRelease) {
    await ensureBinaries(log);
  }
  if (isBuilt(release)) {
    return;
  }
  const go = findGo();
  await withLock(
    join(binFolder, '.lock'),
    'The lab’s binaries folder',
    30 * 60_000,
    async () => {
      if (isBuilt(release)) {
        return;
      }
      log(
        `Compiling Kubernetes ${kubernetesVersion(
          release,
        )} and etcd ${etcdVersion(
          release,
        )} from Go modules (about 7 minutes the first time)`,
      );
      const started = Date.now();
      const output = release.binFolder;
      mkdirSync(output, { recursive: true });
      await run(
        go,
        ['build', ...buildFlags(release), '-o', `${output}/`, 'tool'],
        {
          cwd: release.goFolder,
          env: goEnvironment(),
          timeoutMs: 45 * 60_000,
        },
      );
      // etcd's module is called "server"; everybody knows the program as etcd.
      renameSync(join(output, 'server'), join(output, 'etcd'));
      if (release === defaultRelease) {
        await copyKwokStages(go);
      }
      writeFileSync(stampFile(release), stamp(release));
      log(`Compiled in ${Math.round((Date.now() - started) / 1000)} s`);
    },
  );
}

/** Whether the binaries on disk belong to the release's present go.mod, go.sum and flags. */
export function isBuilt(release: Release = defaultRelease): boolean {
  const file = stampFile(release);
  return (
    existsSync(file) &&
    readFileSync(file, 'utf8') === stamp(release) &&
    programsOf(release).every(name => existsSync(join(release.binFolder, name)))
  );
}

function programsOf(release: Release): readonly string[] {
  return release === defaultRelease ? [...binaryNames, 'kwok'] : binaryNames;
}

function stampFile(release: Release): string {
  return join(release.binFolder, '.stamp');
}

function buildFlags(release: Release): string[] {
  const version = kubernetesVersion(release);
  const [major, minor] = version.slice(1).split('.');
  const values = [
    `gitVersion=${version}`,
    `gitMajor=${major}`,
    `gitMinor=${minor}`,
    'gitTreeState=clean',
  ];
  // kubectl and client-go keep a copy of their own of what component-base knows.
  const variables = values.flatMap(value => [
    `-X k8s.io/component-base/version.${value}`,
    `-X k8s.io/client-go/pkg/version.${value}`,
  ]);
  return [
    '-trimpath',
    '-buildvcs=false',
    '-ldflags',
    ['-s -w', ...variables].join(' '),
  ];
}

function goEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' };
}

async function copyKwokStages(go: string): Promise<void> {
  const module = (
    await run(go, ['list', '-m', '-f', '{{.Dir}}', 'sigs.k8s.io/kwok'], {
      cwd: defaultRelease.goFolder,
      env: goEnvironment(),
    })
  ).trim();
  mkdirSync(join(binFolder, 'kwok-stages'), { recursive: true });
  for (const stage of kwokStages) {
    copyFileSync(join(module, 'kustomize/stage', stage), kwokStagePath(stage));
  }
}

function stamp(release: Release): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) {
    hash.update(readFileSync(join(release.goFolder, file)));
  }
  hash.update(buildFlags(release).join('\n'));
  hash.update(kwokStages.join('\n'));
  return hash.digest('hex');
}

function findGo(): string {
  const candidates = ['/usr/local/go/bin/go', '/usr/lib/go/bin/go'];
  const go = findProgram('go') ?? candidates.find(existsSync);
  if (!go) {
    throw new Error(
      'Go 1.26 is needed once, to compile the lab’s Kubernetes and etcd; no "go" was found on PATH. Install it from https://go.dev/dl/ and try again.',
    );
  }
  return go;
}
