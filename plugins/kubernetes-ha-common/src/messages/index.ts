/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

export { bytes, duration, percent } from './format';
export * from './languages';
export * from './message';
export type {
  Catalogue,
  MessageParam,
  MessageParams,
  MessageTemplate,
  TranslationOf,
} from './types';
