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
import { binFolder, labFolder } from '../state/paths';

const goFolder = join(labFolder, 'go');
const stampFile = join(binFolder, '.stamp');

/** Programs the build leaves in `lab/bin`. */
export const binaryNames = [
  'etcd',
  'etcdctl',
  'etcdutl',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubeadm',
  'kubectl',
  'kwok',
] as const;

/** kwok's own behaviours, taken from its module and given to it by file. */
export const kwokStages = [
  'node/fast/node-initialize.yaml',
  'node/heartbeat-with-lease/node-heartbeat-with-lease.yaml',
  'pod/fast/pod-ready.yaml',
  'pod/fast/pod-complete.yaml',
  'pod/fast/pod-delete.yaml',
] as const;

/** Kubernetes version of the lab, read from go.mod so that it is written once. */
export function kubernetesVersion(): string {
  return requiredVersion('k8s.io/kubernetes');
}

/** etcd version of the lab. */
export function etcdVersion(): string {
  return requiredVersion('go.etcd.io/etcd/server/v3');
}

/** Where a copy of one of kwok's stages lies after the build. */
export function kwokStagePath(stage: string): string {
  return join(binFolder, 'kwok-stages', stage.replaceAll('/', '_'));
}

/**
 * Compiles what is not yet compiled. A warm call compares a stamp of go.mod,
 * go.sum and the flags and ends within milliseconds; a cold one takes about
 * 7 minutes on two cores.
 */
export async function ensureBinaries(
  log: (line: string) => void,
): Promise<void> {
  if (isBuilt()) {
    return;
  }
  const go = findGo();
  await withLock(
    join(binFolder, '.lock'),
    'The lab’s binaries folder',
    30 * 60_000,
    async () => {
      if (isBuilt()) {
        return;
      }
      log(
        `Compiling Kubernetes ${kubernetesVersion()}, etcd ${etcdVersion()} and kwok from Go modules (about 7 minutes the first time)`,
      );
      const started = Date.now();
      mkdirSync(binFolder, { recursive: true });
      await run(go, ['build', ...buildFlags(), '-o', `${binFolder}/`, 'tool'], {
        cwd: goFolder,
        env: goEnvironment(),
        timeoutMs: 45 * 60_000,
      });
      // etcd's module is called "server"; everybody knows the program as etcd.
      renameSync(join(binFolder, 'server'), join(binFolder, 'etcd'));
      await copyKwokStages(go);
      writeFileSync(stampFile, stamp());
      log(`Compiled in ${Math.round((Date.now() - started) / 1000)} s`);
    },
  );
}

/** Whether the binaries on disk belong to the present go.mod, go.sum and flags. */
export function isBuilt(): boolean {
  return (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp() &&
    binaryNames.every(name => existsSync(join(binFolder, name)))
  );
}

function buildFlags(): string[] {
  const version = kubernetesVersion();
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
      cwd: goFolder,
      env: goEnvironment(),
    })
  ).trim();
  mkdirSync(join(binFolder, 'kwok-stages'), { recursive: true });
  for (const stage of kwokStages) {
    copyFileSync(join(module, 'kustomize/stage', stage), kwokStagePath(stage));
  }
}

function stamp(): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) {
    hash.update(readFileSync(join(goFolder, file)));
  }
  hash.update(buildFlags().join('\n'));
  hash.update(kwokStages.join('\n'));
  return hash.digest('hex');
}

function requiredVersion(module: string): string {
  const mod = readFileSync(join(goFolder, 'go.mod'), 'utf8');
  const line = mod
    .split('\n')
    .map(text => text.trim().split(' '))
    .find(([name, version]) => name === module && version?.startsWith('v'));
  if (!line) {
    throw new Error(`lab/go/go.mod does not require ${module}.`);
  }
  return line[1];
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
