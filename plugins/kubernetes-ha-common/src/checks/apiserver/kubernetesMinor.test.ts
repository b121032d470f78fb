/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isAtLeast, kubernetesMinor } from './kubernetesMinor';

it.each`
  version               | parsed
  ${'v1.37.2'}          | ${{ major: 1, minor: 37 }}
  ${'1.37'}             | ${{ major: 1, minor: 37 }}
  ${'v1.33.5-eks-1-33'} | ${{ major: 1, minor: 33 }}
  ${'v1.34+'}           | ${{ major: 1, minor: 34 }}
  ${'kwok-v0.8.0'}      | ${undefined}
  ${''}                 | ${undefined}
`('$version', ({ version, parsed }) => {
  expect(kubernetesMinor(version)).toEqual(parsed);
});

it.each`
  version      | minor | expected
  ${'v1.34.0'} | ${34} | ${true}
  ${'v1.33.9'} | ${34} | ${false}
  ${'v2.0.0'}  | ${34} | ${true}
  ${'fake'}    | ${34} | ${undefined}
`('$version at least 1.$minor: $expected', ({ version, minor, expected }) => {
  expect(isAtLeast(version, minor)).toBe(expected);
});
