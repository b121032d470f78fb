/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './translations/en';

/** All labels of the plugin; English and Simplified Chinese (`zh`) come with it. @public */
export const kubernetesHaTranslationRef = createTranslationRef({
  id: 'plugin.kubernetes-ha',
  messages: en,
  translations: { zh: () => import('./translations/zh') },
});
