/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Button } from '@backstage/ui';
import {
  Finding,
  layers,
  severities,
} from 'backstage-plugin-kubernetes-ha-common';
import { useChecks } from '../../hooks/useChecks';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { FindingRow } from './FindingRow';
import styles from './FindingsPanel.module.css';

const statusOrder = ['fail', 'warn', 'unknown'] as const;

/** Open findings: the most severe first, failures before warnings before unknowns. @internal */
export function FindingsPanel(props: { findings: readonly Finding[] }) {
  const { t } = useWording();
  const url = useUrlState();
  const checks = useChecks();
  const layer = layers.find(item => item === url.get('layer'));
  const shown = props.findings.filter(
    finding => layer === undefined || finding.layer === layer,
  );
  const open = url.getAll('finding');
  return (
    <div className={styles.panel}>
      {layer && (
        <div className={styles.filter}>
          {t('findings.onlyLayer', { layer: t(`layer.${layer}`) })}
          <Button
            size="small"
            variant="tertiary"
            onPress={() => url.set({ layer: undefined })}
          >
            {t('findings.allLayers')}
          </Button>
        </div>
      )}
      {shown.length === 0 && (
        <p className={styles.none}>
          {layer ? t('findings.noneInLayer') : t('findings.none')}
        </p>
      )}
      {shown.length > 0 && (
        // Each row says these words too, for narrow screens and screen readers.
        <div className={styles.head} aria-hidden="true">
          <span />
          <span>{t('findings.observed')}</span>
          <span>{t('findings.required')}</span>
          <span>{t('findings.since')}</span>
        </div>
      )}
      {severities.map(severity => {
        const group = statusOrder.flatMap(status =>
          shown.filter(
            finding =>
              finding.severity === severity && finding.status === status,
          ),
        );
        if (group.length === 0) return null;
        return (
          <section key={severity}>
            <h4 className={styles.severity}>
              {t(`severity.${severity}`)} ({group.length})
            </h4>
            <ul className={styles.list}>
              {group.map(finding => {
                const isOpen = open.includes(finding.checkId);
                return (
                  <FindingRow
                    key={finding.id}
                    finding={finding}
                    check={checks.value?.find(
                      ({ id }) => id === finding.checkId,
                    )}
                    isOpen={isOpen}
                    onToggle={() =>
                      url.set({
                        finding: isOpen
                          ? open.filter(id => id !== finding.checkId)
                          : [...open, finding.checkId],
                      })
                    }
                  />
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
