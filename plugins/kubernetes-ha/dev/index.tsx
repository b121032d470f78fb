/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { setupWorker } from 'msw/browser';
import plugin from '../src/alpha';

/** `?clusters=500` before the first page load tries a large fleet. */
const count = Number(
  new URLSearchParams(window.location.search).get('clusters') ?? 10,
);

async function main() {
  // The plugin's own client requests over HTTP; a service worker answers.
  await setupWorker(...handlersOf(fixtureFleet(count))).start({
    onUnhandledRequest: 'bypass',
  });
  createDevApp({ features: [plugin] });
}

void main();
