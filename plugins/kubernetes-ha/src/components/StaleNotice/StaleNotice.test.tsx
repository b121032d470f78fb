/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { StaleNotice } from './StaleNotice';

const loadedAgo = (seconds: number) => Date.now() - seconds * 1000;

describe('StaleNotice', () => {
  it('says why newer data cannot be had, how old the shown is, and asks again on request', async () => {
    const retry = jest.fn();
    renderInTestApp(
      <StaleNotice
        polled={{
          error: new Error('The database does not answer.'),
          loadedAt: loadedAgo(300),
          retry,
        }}
      />,
    );
    expect(
      await screen.findByText(
        /The database does not answer\. The data shown was loaded 5 min/,
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  }, 60_000);

  it.each`
    age    | shown    | rule
    ${25}  | ${false} | ${'two lost answers are a hiccup'}
    ${300} | ${true}  | ${'old data is marked though nothing failed'}
  `(
    '$rule',
    async ({ age, shown }) => {
      renderInTestApp(
        <>
          <StaleNotice
            polled={{
              loadedAt: loadedAgo(age),
              intervalSeconds: 10,
              retry: () => {},
            }}
          />
          <p>the data</p>
        </>,
      );
      await screen.findByText('the data');
      expect(screen.queryByText(/loaded 5 min/) !== null).toBe(shown);
    },
    60_000,
  );

  it('appears by itself when the answers stop', async () => {
    jest.useFakeTimers();
    try {
      renderInTestApp(
        <StaleNotice
          polled={{
            loadedAt: Date.now(),
            intervalSeconds: 10,
            retry: () => {},
          }}
        />,
      );
      await act(() => jest.advanceTimersByTimeAsync(29_000));
      expect(screen.queryByText(/The data shown/)).not.toBeInTheDocument();
      await act(() => jest.advanceTimersByTimeAsync(3000));
      expect(screen.getByText(/The data shown/)).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  }, 60_000);
});
