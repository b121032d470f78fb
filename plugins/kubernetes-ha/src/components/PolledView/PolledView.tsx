/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import type { Polled } from '../../hooks/usePolled';
import { ErrorNotice } from '../ErrorNotice';
import { LoadingRows } from '../LoadingRows';
import { StaleNotice } from '../StaleNotice';

/** Shows what was asked for in whichever state it is: loading, failed, there, or there but old. @internal */
export function PolledView<T>(props: {
  polled: Polled<T>;
  /** Rows of the skeleton. */
  rows?: number;
  children: (value: T) => ReactNode;
}) {
  const { polled, rows = 4, children } = props;
  if (polled.value !== undefined) {
    return (
      <>
        <StaleNotice polled={polled} />
        {children(polled.value)}
      </>
    );
  }
  if (polled.error) {
    return <ErrorNotice error={polled.error} retry={polled.retry} />;
  }
  return <LoadingRows rows={rows} />;
}
