/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { TestCa } from '../../../__testUtils__/testPki';
import { projectCaBundle } from './caBundle';

const bytes = (...parts: string[]) => Buffer.from(parts.join('\n'));
const empty =
  '-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----';

describe('the CA bundle of a webhook', () => {
  let old: string;
  let young: string;
  beforeAll(async () => {
    const ca = await TestCa.create('root');
    const ending = async (commonName: string, notAfter: string) => {
      const issued = await ca.issue({
        commonName,
        usages: ['serverAuth'],
        notBefore: new Date('2026-01-01T00:00:00.000Z'),
        notAfter: new Date(notAfter),
      });
      return issued.certificate;
    };
    old = await ending('old', '2026-06-01T00:00:00.000Z');
    young = await ending('young', '2036-01-01T00:00:00.000Z');
  });

  it('lasts as long as the certificate that ends last', () => {
    expect(projectCaBundle(bytes(young, old))).toEqual({
      state: 'parsed',
      certificates: 2,
      subject: 'CN=young',
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2036-01-01T00:00:00.000Z',
    });
  });

  it('passes over what is no certificate, as Go does', () => {
    expect(
      projectCaBundle(bytes('# authorities', empty, old, 'trailing')),
    ).toMatchObject({ state: 'parsed', certificates: 1, subject: 'CN=old' });
  });

  it.each`
    bundle                                        | state          | rule
    ${undefined}                                  | ${'system'}    | ${'none: the authorities of the machine'}
    ${bytes()}                                    | ${'system'}    | ${'an empty one'}
    ${bytes('no PEM at all')}                     | ${'invalid'}   | ${'no PEM'}
    ${bytes(empty)}                               | ${'invalid'}   | ${'PEM without a certificate in it'}
    ${bytes('-----BEGIN CERTIFICATE-----', 'YQ')} | ${'invalid'}   | ${'PEM that does not end'}
    ${bytes(...Array(301).fill(empty))}           | ${'too-large'} | ${'more certificates than are looked at'}
    ${Buffer.alloc(600 * 1024, '-')}              | ${'too-large'} | ${'more bytes than are looked at'}
  `('is $state: $rule', ({ bundle, state }) => {
    expect(projectCaBundle(bundle)).toEqual({ state, certificates: 0 });
  });
});
