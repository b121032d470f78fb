/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { binFolder, labFolder } from '../state/paths';

/** A Kubernetes release that the lab can be made of, with the etcd of its time. */
export interface Release {
  /** Minor version, as `--release` takes it. */
  name: string;
  /** Folder of the Go module that names its versions. */
  goFolder: string;
  /** Where its programs lie after the build. */
  binFolder: string;
}

/** What a lab is made of when nobody asks for another release; kwok and kubectl always come from here. */
export const defaultRelease: Release = {
  name: '1.37',
  goFolder: join(labFolder, 'go'),
  binFolder,
};

/** All releases. Older ones are built on request only. */
export const releases: readonly Release[] = [
  defaultRelease,
  {
    name: '1.33',
    goFolder: join(labFolder, 'go/1.33'),
    binFolder: join(binFolder, '1.33'),
  },
];

/** The release of that name; an unknown name is an error that lists the known ones. */
export function releaseByName(name: string): Release {
  const found = releases.find(release => release.name === name);
  if (!found) {
    throw new Error(
      `Unknown release "${name}". Allowed: ${releases
        .map(release => release.name)
        .join(', ')}.`,
    );
  }
  return found;
}

/** The line about `--release` in a command's help. */
export function releaseHelp(): string {
  return `--release     Kubernetes release, ${releases
    .map(({ name }) => name)
    .join(' or ')}; default ${
    defaultRelease.name
  }. Older ones are compiled when first asked for`;
}

/** The release that a lab is made of. */
export function releaseOf(lab: { release?: string }): Release {
  return releaseByName(lab.release ?? defaultRelease.name);
}

/** Kubernetes version of a release, for example `v1.37.2`, read from go.mod so that it is written once. */
export function kubernetesVersion(release: Release): string {
  return requiredVersion(release, 'k8s.io/kubernetes');
}

/** etcd version of a release, for example `v3.7.3`. */
export function etcdVersion(release: Release): string {
  return requiredVersion(release, 'go.etcd.io/etcd/server/v3');
}

/** Value of PATH inside a lab's machines: its release first, then what all releases share. */
export function programPath(release: Release): string {
  const own = [...new Set([release.binFolder, binFolder])].join(':');
  return `${own}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
}

function requiredVersion(release: Release, module: string): string {
  const file = join(release.goFolder, 'go.mod');
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .map(text => text.trim().split(' '))
    .find(([name, version]) => name === module && version?.startsWith('v'));
  if (!line) {
    throw new Error(`${file} does not require ${module}.`);
  }
  return line[1];
}
