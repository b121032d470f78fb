/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect } from 'react';

/**
 * The language of the document while a component is shown, for screen readers,
 * hyphenation and the browser's translator. An app that says it itself, also
 * as a variant (`en-US`), is left alone; what it said before comes back.
 * @internal
 */
export function useDocumentLanguage(language: string): void {
  useEffect(() => {
    const { documentElement } = document;
    const before = documentElement.lang;
    if (before.split('-')[0] === language) return undefined;
    documentElement.lang = language;
    return () => {
      if (documentElement.lang === language) documentElement.lang = before;
    };
  }, [language]);
}
