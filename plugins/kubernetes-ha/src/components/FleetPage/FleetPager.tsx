/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Button } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { pageOf, PAGE_SIZE } from './fleetQuery';
import styles from './FleetPage.module.css';

/** Previous and next page of the table; nothing when one page holds all. */
export function FleetPager(props: { totalItems: number }) {
  const { t } = useWording();
  const url = useUrlState();
  const pages = Math.ceil(props.totalItems / PAGE_SIZE);
  if (pages <= 1) return null;
  const page = Math.min(pageOf(url.getAll), pages);
  const goTo = (target: number) =>
    url.set({ page: target === 1 ? undefined : String(target) });
  return (
    <nav className={styles.pager} aria-label={t('fleet.listTitle')}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={page === 1}
        onPress={() => goTo(page - 1)}
      >
        {t('fleet.previous')}
      </Button>
      <span>
        {t('fleet.page', { page: String(page), pages: String(pages) })}
      </span>
      <Button
        size="small"
        variant="secondary"
        isDisabled={page === pages}
        onPress={() => goTo(page + 1)}
      >
        {t('fleet.next')}
      </Button>
    </nav>
  );
}
