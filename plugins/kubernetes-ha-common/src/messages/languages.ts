/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Languages that all sentences exist in. @public */
export const languages = ['en', 'zh'] as const;

/** See {@link languages}. @public */
export type Language = (typeof languages)[number];
