/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import type { Polled } from '../../hooks/usePolled';
import { useWording } from '../../hooks/useWording';
import { ErrorNotice } from '../ErrorNotice';
import { Lines, Loading } from '../Loading';
import { usePagePart } from '../PageState';

/**
 * Shows what was asked for in whichever state it is: loading, failed, or there.
 * That it is old, and what hinders every part of the page alike, is told once,
 * by the page.
 * @internal
 */
export function PolledView<T>(props: {
  polled: Polled<T>;
  /** Rows of the skeleton, where it is a list. */
  rows?: number;
  /** Of the shape of what will be shown. */
  skeleton?: ReactNode;
  /** What to show for an error, where the usual notice is not enough. */
  failed?: (error: Error, retry: () => void) => ReactNode;
  children: (value: T) => ReactNode;
}) {
  const { polled, rows = 4, skeleton, failed, children } = props;
  const { isTold, retry } = usePagePart(polled);
  if (polled.value !== undefined) return <>{children(polled.value)}</>;
  if (!polled.error) {
    return (
      <>
        {skeleton ?? (
          <Loading>
            <Lines count={rows} />
          </Loading>
        )}
      </>
    );
  }
  if (isTold) return <NotLoaded />;
  return (
    <>
      {failed?.(polled.error, retry) ?? (
        <ErrorNotice error={polled.error} retry={retry} />
      )}
    </>
  );
}

function NotLoaded() {
  const { t } = useWording();
  return <p>{t('state.notLoaded')}</p>;
}
