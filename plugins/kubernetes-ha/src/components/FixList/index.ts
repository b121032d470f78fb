/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

export { FixList } from './FixList';
export { fixTitle } from './fixTitle';
export { wordGain } from './wordGain';
