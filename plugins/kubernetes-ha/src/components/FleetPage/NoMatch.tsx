/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Button } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { withoutFilters } from './fleetQuery';
import styles from './FleetPage.module.css';

/** Says that the filters leave nothing, and takes them away. */
export function NoMatch() {
  const { t } = useWording();
  const url = useUrlState();
  return (
    <div className={styles.noMatch}>
      <strong>{t('fleet.noMatchTitle')}</strong>
      <span>{t('fleet.noMatchHint')}</span>
      <Button
        variant="secondary"
        size="small"
        onPress={() => url.set(withoutFilters)}
      >
        {t('fleet.clearFilters')}
      </Button>
    </div>
  );
}
