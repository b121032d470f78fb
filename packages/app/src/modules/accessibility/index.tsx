/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { DocumentLanguage } from './DocumentLanguage';
import { SkipLink } from './SkipLink';

/** The way past the navigation; the first thing that the keyboard reaches. */
const skipLink = AppRootElementBlueprint.make({
  name: 'skip-link',
  params: { element: <SkipLink /> },
});

const documentLanguage = AppRootElementBlueprint.make({
  name: 'document-language',
  params: { element: <DocumentLanguage /> },
});

export const accessibilityModule = createFrontendModule({
  pluginId: 'app',
  extensions: [skipLink, documentLanguage],
});
