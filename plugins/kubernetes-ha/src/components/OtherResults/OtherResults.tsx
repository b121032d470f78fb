/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { CheckResult } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { useDisclosure } from '../../routing/useDisclosure';
import { DataTable } from '../DataTable';
import styles from './OtherResults.module.css';

/** What passes, and what does not apply and why: closed, for those who want to be sure. @internal */
export function OtherResults(props: { results: readonly CheckResult[] }) {
  const { t } = useWording();
  const passes = props.results.filter(({ status }) => status === 'pass');
  const rest = props.results.filter(
    ({ status }) => status === 'not-applicable',
  );
  return (
    <section aria-label={t('results.title')} className={styles.results}>
      <Accordion {...useDisclosure('passes')}>
        <AccordionTrigger
          title={t('results.passes', { count: passes.length })}
        />
        <AccordionPanel>
          <ResultTable
            label={t('results.passes', { count: passes.length })}
            results={passes}
          />
        </AccordionPanel>
      </Accordion>
      <Accordion {...useDisclosure('not-applicable')}>
        <AccordionTrigger
          title={t('results.notApplicable', { count: rest.length })}
        />
        <AccordionPanel>
          <ResultTable
            label={t('results.notApplicable', { count: rest.length })}
            results={rest}
          />
        </AccordionPanel>
      </Accordion>
    </section>
  );
}

function ResultTable(props: {
  label: string;
  results: readonly CheckResult[];
}) {
  const { t, say, titleOf } = useWording();
  return (
    <DataTable
      label={props.label}
      rows={props.results}
      keyOf={({ checkId }) => checkId}
      columns={[
        {
          title: t('findings.layer'),
          cell: ({ layer }) => t(`layer.${layer}`),
        },
        {
          title: t('arithmetic.check'),
          cell: ({ checkId }) => titleOf(checkId),
        },
        {
          title: t('findings.observed'),
          cell: ({ observed }) => say(observed),
        },
        {
          title: t('findings.required'),
          cell: ({ required }) => (required ? say(required) : '–'),
        },
      ]}
    />
  );
}
