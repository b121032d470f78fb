/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Layer,
  LayerSummary,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { StatusIcon } from '../StatusIcon';
import styles from './LayerStrip.module.css';

/** The layers as cells in the order of the chain: a sign for each, its words on hover and for screen readers. @internal */
export function LayerStrip(props: {
  layers: readonly LayerSummary[];
  /** Those to show; the same in all rows of a table. */
  shown: ReadonlySet<Layer>;
}) {
  const { t } = useWording();
  return (
    <ul className={styles.strip}>
      {props.layers
        .filter(({ layer }) => props.shown.has(layer))
        .map(item => {
          const label = labelOf(item);
          const { status } = item;
          return (
            <li key={item.layer} className={styles.cell} data-status={status}>
              <span role="img" aria-label={label} title={label}>
                <StatusIcon status={status} />
              </span>
            </li>
          );
        })}
    </ul>
  );

  function labelOf({ layer, score, status, provisional }: LayerSummary) {
    const name = t(`layer.${layer}`);
    if (score === null) {
      return status === 'unknown'
        ? t('fleet.layerUnknown', { layer: name })
        : t('fleet.layerNone', { layer: name });
    }
    const parts = {
      layer: name,
      status: t(`status.${status}`),
      score: String(score),
    };
    return provisional
      ? t('fleet.layerProvisional', parts)
      : t('fleet.layerScore', parts);
  }
}
