/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from 'backstage-plugin-kubernetes-ha-common';

/** Nodes by what names them: thousands of addresses are looked up, not searched for. The first node of a name stands. */
export class NodeIndex {
  readonly #byName = new Map<string, NodeInfo>();
  readonly #byAddress = new Map<string, NodeInfo>();

  constructor(nodes: readonly NodeInfo[]) {
    for (const node of nodes) {
      const { name, internalIPs } = node;
      addOnce(this.#byName, name, node);
      for (const address of internalIPs) {
        addOnce(this.#byAddress, address, node);
      }
    }
  }

  named(name: string | undefined): NodeInfo | undefined {
    return name === undefined ? undefined : this.#byName.get(name);
  }

  ofAddress(address: string): NodeInfo | undefined {
    return this.#byAddress.get(address);
  }
}

function addOnce(
  map: Map<string, NodeInfo>,
  key: string,
  node: NodeInfo,
): void {
  if (!map.has(key)) map.set(key, node);
}
