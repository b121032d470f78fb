/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert, Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useWording } from '../../hooks/useWording';
import { rootRouteRef } from '../../routes';
import { PageFrame } from '../PageFrame';

/** The address names no page of the plugin: says so, and where there is one. @internal */
export function NotFound() {
  const { t } = useWording();
  const fleetHref = useRouteRef(rootRouteRef)?.() ?? '';
  return (
    <PageFrame>
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('page.notFoundTitle')}
        description={<Link href={fleetHref}>{t('cluster.back')}</Link>}
      />
    </PageFrame>
  );
}
