/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen } from '@testing-library/react';
import { message } from 'backstage-plugin-kubernetes-ha-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Detail } from './Detail';

const why = message('detail.no-voter-responded');

it('words a sentence of ours, without quotation marks', async () => {
  await renderInTestApp(<Detail detail="no voter answered" why={why} />);
  expect(screen.getByText('no voter responded').tagName).toBe('SPAN');
  expect(screen.queryByText('no voter answered')).toBeNull();
});

it('quotes the words of others, and what an earlier version stored, as English', async () => {
  await renderInTestApp(<Detail detail="no voter answered" />);
  const quoted = screen.getByText('no voter answered');
  expect(quoted.tagName).toBe('Q');
  expect(quoted.getAttribute('lang')).toBe('en');
});
