/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs the lab calls, with the Debian package that brings each. */
const programs: Readonly<Record<string, string>> = {
  ip: 'iproute2',
  iptables: 'iptables',
  nsenter: 'util-linux',
  unshare: 'util-linux',
  mount: 'mount',
  bash: 'bash',
  haproxy: 'haproxy',
  keepalived: 'keepalived',
  openssl: 'openssl',
};

/** A path of an executable file on PATH or in the system's administration folders, or undefined. */
export function findProgram(name: string): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    '/usr/sbin',
    '/sbin',
    '/usr/bin',
    '/bin',
  ];
  return folders
    .map(folder => join(folder, name))
    .find(path => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * What is missing on this machine to run a lab, one sentence each with the
 * command that helps; empty when all is there.
 */
export function missingRequirements(
  platform: NodeJS.Platform = process.platform,
  uid: number = process.getuid?.() ?? -1,
  isInstalled: (program: string) => boolean = name =>
    findProgram(name) !== undefined,
): string[] {
  if (platform !== 'linux') {
    return [
      `The lab needs Linux (network, mount, UTS and PID namespaces); this is ${platform}. Run it in a Linux virtual machine, for example: limactl start template://debian-12`,
    ];
  }
  const missing: string[] = [];
  if (uid !== 0) {
    missing.push(
      `The lab makes namespaces and a bridge and so must run as root; this is user ${uid}. Run: sudo -E npm run lab -- up`,
    );
  }
  const packages = new Set<string>();
  const absent = Object.keys(programs).filter(name => !isInstalled(name));
  absent.forEach(name => packages.add(programs[name]));
  if (absent.length > 0) {
    missing.push(
      `Not installed: ${absent.join(', ')}. Run: apt-get install -y ${[
        ...packages,
      ].join(' ')}`,
    );
  }
  return missing;
}

/** Throws one error that lists everything {@link missingRequirements} found. */
export function assertRequirements(): void {
  const missing = missingRequirements();
  if (missing.length > 0) {
    throw new Error(`The lab cannot run here.\n- ${missing.join('\n- ')}`);
  }
}
