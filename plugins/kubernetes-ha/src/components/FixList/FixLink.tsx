/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type { Cause } from 'backstage-plugin-kubernetes-ha-common';
import { useUrlState } from '../../routing/useUrlState';

/** Leads to the row of a cause on the same page, opened. */
export function FixLink(props: { cause: Cause; children: ReactNode }) {
  const { cause, children } = props;
  const url = useUrlState();
  const href = url.href({
    finding: cause.checkIds[0],
    alert: undefined,
    // Narrowed to another layer, the findings would not have the row.
    layer: undefined,
  });
  return (
    <Link href={href} weight="bold" variant="body-medium">
      {children}
    </Link>
  );
}
