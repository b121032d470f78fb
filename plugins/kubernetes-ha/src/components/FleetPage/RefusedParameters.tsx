/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert, Button } from '@backstage/ui';
import type { RefusedParameter } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { repeated } from '../../routing/repeated';
import { useUrlState } from '../../routing/useUrlState';

/** Refused and accepted values that are listed; owners may be hundreds. */
const LISTED = 12;

/** Says which parts of the address are not accepted and left out, and what would be. */
export function RefusedParameters(props: {
  refused: readonly RefusedParameter[];
}) {
  const { refused } = props;
  const { t } = useWording();
  const url = useUrlState();
  if (refused.length === 0) return null;
  const withoutThem = () =>
    url.set(
      Object.fromEntries(
        refused.map(({ name }) => [
          name,
          url
            .getAll(name)
            .filter(value =>
              refused.every(
                wrong => wrong.name !== name || wrong.value !== value,
              ),
            ),
        ]),
      ),
    );
  return (
    <Alert
      status="warning"
      icon
      title={t('fleet.refusedTitle')}
      description={
        <ul>
          {refused.slice(0, LISTED).map(({ name, value, expected }) => (
            <li key={`${name}=${value}`}>
              {t('fleet.refused', {
                name,
                value: repeated(value),
                accepted: [
                  ...expected.slice(0, LISTED),
                  ...(expected.length > LISTED
                    ? [
                        t('fleet.more', {
                          number: String(expected.length - LISTED),
                        }),
                      ]
                    : []),
                ].join(', '),
              })}
            </li>
          ))}
          {refused.length > LISTED && (
            <li>
              {t('fleet.more', { number: String(refused.length - LISTED) })}
            </li>
          )}
        </ul>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={withoutThem}>
          {t('fleet.refusedRemove')}
        </Button>
      }
    />
  );
}
