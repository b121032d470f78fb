/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useState } from 'react';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ObservationState } from 'backstage-plugin-kubernetes-ha-common';
import { reloadPage } from '../../routing/reloadPage';
import { GradeRing } from '../GradeRing';
import { PageFrame } from '../PageFrame';
import { PolledView } from '../PolledView';

jest.mock('../../routing/reloadPage', () => ({ reloadPage: jest.fn() }));

const named = (name: string, message: string) =>
  Object.assign(new Error(message), { name });

const gone = named('TypeError', 'Failed to fetch');

const loadedAgo = (seconds: number) => Date.now() - seconds * 1000;

interface Shown {
  error?: Error;
  value?: string;
  ageSeconds?: number;
  intervalSeconds?: number;
}

const retry = jest.fn();

function page(parts: readonly Shown[], observation?: ObservationState) {
  renderInTestApp(
    <PageFrame observation={observation}>
      <GradeRing grade="A" score={95} provisional={false} />
      {parts.map(({ error, value, ageSeconds = 0, ...rest }, index) => (
        <PolledView
          key={index}
          polled={{
            error,
            value,
            loading: false,
            isPrevious: false,
            loadedAt: value === undefined ? undefined : loadedAgo(ageSeconds),
            retry,
            ...rest,
          }}
        >
          {text => <p>{text}</p>}
        </PolledView>
      ))}
    </PageFrame>,
  );
}

function browserIs(online: boolean) {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

describe('the state of a page', () => {
  afterEach(() => jest.restoreAllMocks());
  beforeEach(() => retry.mockClear());

  it.each`
    what                                 | parts                                                                                    | title
    ${'an error of the backend'}         | ${[{ value: 'old', ageSeconds: 300, error: named('Error', 'The database is locked.') }]} | ${'Newer data could not be loaded'}
    ${'a backend that does not respond'} | ${[{ value: 'old', ageSeconds: 300, error: gone }]}                                      | ${'The backend of this portal does not respond'}
    ${'requests without a response'}     | ${[{ value: 'old', ageSeconds: 300, intervalSeconds: 10 }]}                              | ${'No response with newer data'}
    ${'a session that ended'}            | ${[{ value: 'old', ageSeconds: 300, error: named('AuthenticationError', 'No token.') }]} | ${'You are signed out'}
    ${'a page of a proxy'}               | ${[{ value: 'old', ageSeconds: 300, error: named('SyntaxError', '<html>') }]}            | ${'The response is not from the backend of this portal'}
  `(
    'is said once for $what: since when, what is shown, what to do',
    async ({ parts, title }) => {
      page([...parts, ...parts]);
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(title);
      expect(alert).toHaveTextContent(
        /Since .* \(5 min( \d+ s)? ago\)\. The page shows the data of that time/,
      );
      expect(alert).not.toHaveTextContent('<');
      expect(within(alert).getByRole('button')).toBeEnabled();
      expect(screen.getAllByText('old')).toHaveLength(2);
    },
    60_000,
  );

  it('takes the colour from the grade and names it stale while the banner stands', async () => {
    page([{ value: 'old', ageSeconds: 300, error: gone }]);
    const ring = await screen.findByRole('img', { name: /^Grade A, .*stale/ });
    expect(ring).toHaveAttribute('data-stale');
  });

  it('says nothing while everything is up to date, and two lost responses are a hiccup', async () => {
    page([{ value: 'fresh', ageSeconds: 25, intervalSeconds: 10 }]);
    const ring = await screen.findByRole('img', { name: /^Grade A/ });
    expect(ring).not.toHaveAttribute('data-stale');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('asks every part again on request', async () => {
    page([
      { value: 'a', error: gone },
      { value: 'b', error: gone },
    ]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(retry).toHaveBeenCalledTimes(2);
  });

  it('offers to sign in again, at the same address', async () => {
    page([{ error: named('AuthenticationError', 'Invalid token.') }]);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Nothing has been loaded yet.');
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Sign in again' }),
    );
    expect(reloadPage).toHaveBeenCalledTimes(1);
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.getByText(/Not loaded/)).toBeInTheDocument();
  });

  it('distinguishes a browser without a network from a backend that is down, and asks at once', async () => {
    page([{ value: 'old', error: gone }]);
    await screen.findByText('The backend of this portal does not respond');
    act(() => browserIs(false));
    expect(screen.getByText('This browser is offline')).toBeInTheDocument();
    expect(retry).toHaveBeenCalledTimes(1);
    act(() => browserIs(true));
    expect(
      screen.queryByText('This browser is offline'),
    ).not.toBeInTheDocument();
  });

  it('says that a cluster is not collected any more, though the backend responds', async () => {
    page([{ value: 'of then' }], {
      state: 'stale',
      observedAt: new Date(loadedAgo(720)).toISOString(),
      intervalSeconds: 10,
      problems: [],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This cluster is not being collected');
    expect(alert).toHaveTextContent(/\(12 min ago\)/);
  });

  it('says in the place of a part what hinders that part alone, and once if two run into it', async () => {
    const refused = named('NotAllowedError', 'Not you.');
    page([{ value: 'there' }, { error: refused }, { error: refused }]);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('No permission');
    expect(alert).toHaveTextContent('kubernetes-ha.cluster.read');
    expect(screen.getByText(/Not loaded/)).toBeInTheDocument();
    expect(screen.getByRole('img', { name: /^Grade A/ })).not.toHaveAttribute(
      'data-stale',
    );
  });

  it('names the permission that a refusal names', async () => {
    page([
      {
        error: named(
          'NotAllowedError',
          'Missing: kubernetes-ha.cluster.probe.',
        ),
      },
    ]);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /permission kubernetes-ha\.cluster\.probe is needed/,
    );
  });

  it('draws a part anew for its own news only', async () => {
    const drawn: string[] = [];
    const polled = (value: string, loadedAt: number) => ({
      value,
      loadedAt,
      loading: false,
      isPrevious: false,
      retry,
    });
    let load = () => {};
    function Other() {
      const [loadedAt, setLoadedAt] = useState(loadedAgo(5));
      load = () => setLoadedAt(Date.now());
      return (
        <PolledView polled={polled('other', loadedAt)}>
          {text => <p>{text}</p>}
        </PolledView>
      );
    }
    renderInTestApp(
      <PageFrame>
        <PolledView polled={polled('one', loadedAgo(5))}>
          {text => {
            drawn.push(text);
            return <p>{text}</p>;
          }}
        </PolledView>
        <Other />
      </PageFrame>,
    );
    await screen.findByText('other');
    const before = drawn.length;
    act(() => load());
    expect(drawn).toHaveLength(before);
  });

  it('says once what to do where the backend has said it', async () => {
    const message =
      'There is no cluster "x" that you may read. Check the name, or ask for the permission kubernetes-ha.cluster.read.';
    page([{ error: named('NotFoundError', message) }]);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(message);
    expect(alert.textContent?.match(/permission kub/g)).toHaveLength(1);
    expect(alert.textContent?.match(/Check the name/g)).toHaveLength(1);
  });

  it('appears by itself when the responses stop', async () => {
    jest.useFakeTimers();
    try {
      page([{ value: 'old', intervalSeconds: 10 }]);
      await act(() => jest.advanceTimersByTimeAsync(29_000));
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
      await act(() => jest.advanceTimersByTimeAsync(3000));
      expect(screen.getByRole('alert')).toHaveTextContent(
        'No response with newer data',
      );
    } finally {
      jest.useRealTimers();
    }
  });
});
