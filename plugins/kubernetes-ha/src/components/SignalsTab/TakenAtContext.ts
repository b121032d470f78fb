/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createContext } from 'react';

/**
 * When the snapshot around was taken, ISO 8601 UTC: signals within a section
 * are held against it. None where the section as a whole is marked as stale.
 */
export const TakenAtContext = createContext<string | undefined>(undefined);
