/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// A collecting thread that ends before it has begun.
throw new Error('cannot find a driver');
