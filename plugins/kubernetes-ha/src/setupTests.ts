/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, and are translated when they are: a busy machine needs more than the one second of the library.
configure({ asyncUtilTimeout: 60_000 });

// jsdom has no layout, and nothing to scroll.
Element.prototype.scrollIntoView ??= () => {};

// Tests await events; how soon those come is up to what else the machine does.
jest.setTimeout(240_000);
