/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { RiShieldCheckLine } from '@remixicon/react';
import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** Fleet and clusters, at `/kubernetes-ha` unless the app's configuration says otherwise. @alpha */
export const kubernetesHaPage = PageBlueprint.makeWithOverrides({
  factory: (originalFactory, { config }) =>
    originalFactory({
      path: '/kubernetes-ha',
      // For navigation; the page words its own heading, in the reader's language.
      title: 'Kubernetes HA',
      icon: <RiShieldCheckLine />,
      routeRef: rootRouteRef,
      noHeader: true,
      loader: () =>
        import('../components/TranslatedPage').then(m => (
          <m.TranslatedPage title={config.title} />
        )),
    }),
});
