/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { hangingFleet } from './hangingFleet';

void hangingFleet(JSON.parse(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
