/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ObservationState } from 'backstage-plugin-kubernetes-ha-common';
import { ObservationLabel } from './ObservationLabel';

const observation = (
  state: ObservationState['state'],
  more: Partial<ObservationState> = {},
): ObservationState => ({ state, intervalSeconds: 10, problems: [], ...more });

const recordedAt = '2026-11-20T09:00:00.000Z';

describe('ObservationLabel', () => {
  it.each`
    state         | chip
    ${'stale'}    | ${'stale'}
    ${'pending'}  | ${'first collection pending'}
    ${'recorded'} | ${'recorded'}
  `(
    'says that it is a recording, whatever else it is: $state',
    async ({ state, chip }) => {
      renderInTestApp(
        <ObservationLabel observation={observation(state, { recordedAt })} />,
      );
      expect(
        await screen.findByText('recorded 20 Nov 2026'),
      ).toBeInTheDocument();
      expect(screen.queryByText(chip) !== null).toBe(chip !== 'recorded');
    },
    60_000,
  );

  it('shows by keyboard what hinders, not only on hover', async () => {
    renderInTestApp(
      <ObservationLabel
        observation={observation('partial', {
          problems: [
            {
              source: 'etcd',
              sections: ['etcd'],
              reason: 'forbidden',
              detail: 'member list: permission denied',
            },
          ],
        })}
      />,
    );
    const chip = (await screen.findByText('partly observed')).closest(
      'summary',
    )!;
    const reason = screen.getByText('member list: permission denied');
    expect(reason).not.toBeVisible();
    await userEvent.tab();
    expect(chip).toHaveFocus();
    // jsdom opens a disclosure by click alone; browsers do on Enter what they do on a click.
    await userEvent.click(chip);
    expect(reason).toBeVisible();
  });
});
