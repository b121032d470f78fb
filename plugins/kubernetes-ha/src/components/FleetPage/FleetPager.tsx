/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useRef } from 'react';
import { Button } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import styles from './FleetPage.module.css';

/** Previous and next page of the table; nothing when one page holds all. */
export function FleetPager(props: { page: number; pages: number }) {
  const { page, pages } = props;
  const { t } = useWording();
  const url = useUrlState();
  const previous = useRef<HTMLButtonElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const turned = useRef(false);
  useEffect(() => {
    if (!turned.current) return;
    turned.current = false;
    // The button that was pressed is of no more use at either end, and would drop the focus.
    if (page === 1) next.current?.focus();
    else if (page === pages) previous.current?.focus();
  }, [page, pages]);
  if (pages <= 1) return null;
  const goTo = (target: number) => {
    turned.current = true;
    url.set({ page: target === 1 ? undefined : String(target) });
  };
  return (
    <nav className={styles.pager} aria-label={t('fleet.pages')}>
      <Button
        ref={previous}
        size="small"
        variant="secondary"
        isDisabled={page === 1}
        onPress={() => goTo(page - 1)}
      >
        {t('fleet.previous')}
      </Button>
      <span aria-live="polite">
        {t('fleet.page', { page: String(page), pages: String(pages) })}
      </span>
      <Button
        ref={next}
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
