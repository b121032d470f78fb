/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readdirSync } from 'node:fs';
import { cgroupFolders } from '../src/host/cgroups';
import { ownsBridge } from '../src/host/network';
import { pidsWithEnvironment } from '../src/host/processes';
import { environmentMarker } from '../src/machine/machine';
import type { LabDescription } from '../src/state/description';
import { labPaths } from '../src/state/paths';

/** Everything of a lab that is still there, by name; empty after a clean end. */
export function leftoversOf(lab: LabDescription): string[] {
  const { bridge, mac } = lab.network;
  return [
    ...pidsWithEnvironment(environmentMarker(lab)).map(pid => `process ${pid}`),
    ...lab.machines
      .filter(({ namespace }) => existsSync(`/run/netns/${namespace}`))
      .map(({ namespace }) => `namespace ${namespace}`),
    ...lab.machines
      .filter(({ link }) => existsSync(`/sys/class/net/${link}`))
      .map(({ link }) => `link ${link}`),
    ...(ownsBridge(bridge, mac) ? [`bridge ${bridge}`] : []),
    ...lab.machines
      .flatMap(({ name }) => Object.values(cgroupFolders(bridge, name)))
      .filter(existsSync)
      .map(path => `control group ${path}`),
    ...filesLeft(labPaths(lab.name).root),
  ];
}

function filesLeft(root: string): string[] {
  return existsSync(root)
    ? readdirSync(root)
        .filter(name => name !== 'logs')
        .map(name => `file ${name}`)
    : [];
}
