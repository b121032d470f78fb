/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Words of the navigation. Pages of other plugins are called what those plugins call them. */
export const navTranslationRef = createTranslationRef({
  id: 'app.navigation',
  messages: {
    search: 'Search',
    menu: 'Menu',
    settings: 'Settings',
    kubernetesHa: 'Kubernetes HA',
    skipToContent: 'Skip to content',
  },
  translations: { zh: () => import('./zh') },
});
