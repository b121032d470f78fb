/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Tests await events; how soon those come is up to what else the machine does.
jest.setTimeout(240_000);
