/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Layer,
  LayerSummary,
} from 'backstage-plugin-kubernetes-ha-common';

type Assessed = Pick<LayerSummary, 'layer' | 'score' | 'status'>;

/** Whether any check applies to a layer; of the others there is nothing to show. Unknown is something. @internal */
export function applies({ score, status }: Omit<Assessed, 'layer'>): boolean {
  return score !== null || status !== 'not-applicable';
}

/** The layers to which a check applies in any of the clusters, so that a column of strips is alike in all rows. @internal */
export function shownLayers(
  clusters: readonly { layers: readonly Assessed[] }[],
): Set<Layer> {
  return new Set(
    clusters.flatMap(({ layers }) =>
      layers.filter(applies).map(({ layer }) => layer),
    ),
  );
}
