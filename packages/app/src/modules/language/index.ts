/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import appPlugin from '@backstage/plugin-app';

/** Languages on offer under Settings, unless the configuration of `api:app/app-language` names others. */
const availableLanguages = ['en', 'zh'];

const appLanguage = appPlugin.getExtension('api:app/app-language').override({
  factory: (originalFactory, { config }) =>
    originalFactory({
      config: {
        ...config,
        availableLanguages: config.availableLanguages ?? availableLanguages,
      },
    }),
});

export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [appLanguage],
});
