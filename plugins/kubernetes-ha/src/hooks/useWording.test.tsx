/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { useWording } from './useWording';

function Amount(props: { value: number; unit: string }) {
  return <p>{useWording().amount(props.value, props.unit)}</p>;
}

describe('amounts', () => {
  it.each`
    value      | unit                 | words
    ${1}       | ${'members'}         | ${'1 member'}
    ${2}       | ${'members'}         | ${'2 members'}
    ${1}       | ${'minor version'}   | ${'1 minor version'}
    ${2}       | ${'probes in a row'} | ${'2 probes in a row'}
    ${0.9}     | ${'ratio'}           | ${'90 %'}
    ${0.001}   | ${'ratio'}           | ${'0.1 %'}
    ${15}      | ${'s'}               | ${'15 s'}
    ${90}      | ${'s'}               | ${'1 min 30 s'}
    ${30}      | ${'d'}               | ${'30 d'}
    ${2097152} | ${'bytes'}           | ${'2 MiB'}
    ${3}       | ${'constructor'}     | ${'3 constructor'}
  `('$value $unit is "$words"', async ({ value, unit, words }) => {
    renderInTestApp(<Amount value={value} unit={unit} />);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

function Title(props: { checkId: string }) {
  return <p>{useWording().titleOf(props.checkId)}</p>;
}

describe('titles of checks', () => {
  it.each`
    checkId          | words
    ${'etcd-alarms'} | ${'etcd alarms'}
    ${'our-own'}     | ${'our-own'}
  `('$checkId is "$words"', async ({ checkId, words }) => {
    renderInTestApp(<Title checkId={checkId} />);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
