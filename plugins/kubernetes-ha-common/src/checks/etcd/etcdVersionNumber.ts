/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** A released version of etcd. */
export interface EtcdVersionNumber {
  major: number;
  minor: number;
  patch: number;
}

/** Reads `3.7.3` or `v3.6.11-rc.0`; undefined for anything else. */
export function etcdVersionNumber(text: string): EtcdVersionNumber | undefined {
  const found = /^v?(\d+)\.(\d+)\.(\d+)/.exec(text);
  if (!found) return undefined;
  return {
    major: Number(found[1]),
    minor: Number(found[2]),
    patch: Number(found[3]),
  };
}
