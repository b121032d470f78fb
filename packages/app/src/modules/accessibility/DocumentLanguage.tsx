/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** Says in the document which language the app is in, for screen readers and the browser's translator. */
export function DocumentLanguage() {
  const languages = useApi(appLanguageApiRef);
  useEffect(() => {
    const subscription = languages.language$().subscribe(({ language }) => {
      document.documentElement.lang = language;
    });
    return () => subscription.unsubscribe();
  }, [languages]);
  return null;
}
