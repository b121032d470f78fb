/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  KubeletInfo,
  NodeInfo,
} from 'backstage-plugin-kubernetes-ha-common';

/** Whose turn it is: those never asked first, then those asked longest ago. */
export function whoseTurn(
  nodes: readonly NodeInfo[],
  before: ReadonlyMap<string, KubeletInfo>,
  atOnce: number,
): NodeInfo[] {
  if (nodes.length <= atOnce) return [...nodes];
  const askedAt = ({ name }: NodeInfo) => {
    const config = before.get(name)?.config;
    const neverAsked =
      !config ||
      (config.state === 'unknown' && config.reason === 'not-collected');
    return neverAsked ? '' : config.observedAt;
  };
  return nodes
    .map(node => ({ node, at: askedAt(node) }))
    .sort((a, b) => {
      if (a.at !== b.at) return a.at < b.at ? -1 : 1;
      return a.node.name < b.node.name ? -1 : 1;
    })
    .slice(0, atOnce)
    .map(({ node }) => node);
}
